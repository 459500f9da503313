/** A faulty file is answered with what is wrong and where, on standard output, with exit code 2; a good one with its digest. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { recheck } from '../bench/recheck.ts';
import { type FaultType, faultTypes, pair, readInstance } from './index.ts';

const studios = [
  { id: 'a', capacity: 1 },
  { id: 'b', capacity: 2 },
  { id: 'c', capacity: 0 },
];
const pairs = [
  { a: 'a', b: 'b', weight: 3 },
  { a: 'c', b: 'a', weight: 2 },
];
const good = { studios, pairs, kept: [['b', 'a']], forbidden: [['c', 'a']] };
const more = (extra: object) => ({ ...good, kept: [], forbidden: [], ...extra });

const faulty: [what: string, type: FaultType, instance: unknown, at: string][] = [
  ['null', 'not-an-object', null, ''],
  ['a list', 'not-an-object', [], ''],
  ['a text', 'not-an-object', 'studios', ''],
  ['no studios', 'missing-list', { pairs: [] }, '/studios'],
  ['no pairs', 'missing-list', { studios: [] }, '/pairs'],
  ['pairs an object', 'missing-list', { studios: [], pairs: {} }, '/pairs'],
  ['kept null', 'missing-list', more({ kept: null }), '/kept'],
  ['a studio that is a text', 'faulty-entry', more({ studios: ['a'] }), '/studios/0'],
  ['a pair that is null', 'faulty-entry', more({ pairs: [null] }), '/pairs/0'],
  ['a kept pair of three', 'faulty-entry', more({ kept: [['a', 'b', 'c']] }), '/kept/0'],
  ['a forbidden text', 'faulty-entry', more({ forbidden: ['ab'] }), '/forbidden/0'],
  ['an id that is a number', 'faulty-id', more({ studios: [{ id: 1, capacity: 1 }] }), '/studios/0/id'],
  ['an empty id', 'faulty-id', more({ studios: [{ id: '', capacity: 1 }] }), '/studios/0/id'],
  ['a pair without b', 'faulty-id', more({ pairs: [{ a: 'a', weight: 1 }] }), '/pairs/0'],
  ['a repeated id', 'repeated-studio', more({ studios: [...studios, studios[0]] }), '/studios/3/id'],
  ['a capacity below 0', 'faulty-capacity', more({ studios: [{ id: 'a', capacity: -1 }] }), '/studios/0/capacity'],
  ['half a place', 'faulty-capacity', more({ studios: [{ id: 'a', capacity: 1.5 }] }), '/studios/0/capacity'],
  ['a capacity as text', 'faulty-capacity', more({ studios: [{ id: 'a', capacity: '1' }] }), '/studios/0/capacity'],
  ['no capacity', 'faulty-capacity', more({ studios: [{ id: 'a' }] }), '/studios/0/capacity'],
  ['an unknown id in a pair', 'unknown-studio', more({ pairs: [{ a: 'a', b: 'x', weight: 1 }] }), '/pairs/0'],
  ['an unknown kept id', 'unknown-studio', more({ kept: [['a', 'x']] }), '/kept/0'],
  ['an unknown forbidden id', 'unknown-studio', more({ forbidden: [['x', 'a']] }), '/forbidden/0'],
  ['a pair with itself', 'pair-with-itself', more({ pairs: [{ a: 'a', b: 'a', weight: 1 }] }), '/pairs/0'],
  ['kept with itself', 'pair-with-itself', more({ kept: [['a', 'a']] }), '/kept/0'],
  ['a pair listed twice', 'repeated-pair', more({ pairs: [...pairs, pairs[0]] }), '/pairs/2'],
  ['twice, turned round', 'repeated-pair', more({ pairs: [...pairs, { a: 'b', b: 'a', weight: 3 }] }), '/pairs/2'],
  ['a weight below 0', 'faulty-weight', more({ pairs: [{ a: 'a', b: 'b', weight: -1 }] }), '/pairs/0/weight'],
  ['a weight with a fraction', 'faulty-weight', more({ pairs: [{ a: 'a', b: 'b', weight: 0.5 }] }), '/pairs/0/weight'],
  ['no weight', 'faulty-weight', more({ pairs: [{ a: 'a', b: 'b' }] }), '/pairs/0/weight'],
  ['an inexact weight', 'faulty-weight', more({ pairs: [{ a: 'a', b: 'b', weight: 2 ** 53 }] }), '/pairs/0/weight'],
  ['weights too large', 'weights-too-large', more({ pairs: [{ a: 'a', b: 'b', weight: 2 ** 52 }] }), '/pairs/0/weight'],
  ['kept, not listed', 'kept-not-listed', more({ kept: [['b', 'c']] }), '/kept/0'],
  [
    'kept twice',
    'kept-twice',
    more({
      kept: [
        ['a', 'b'],
        ['b', 'a'],
      ],
    }),
    '/kept/1',
  ],
  ['kept and forbidden', 'kept-and-forbidden', more({ kept: [['a', 'b']], forbidden: [['b', 'a']] }), '/kept/0'],
  ['kept beyond a capacity', 'kept-beyond-capacity', more({ kept: [['c', 'a']] }), '/kept/0'],
];

describe('a faulty instance', () => {
  test.each(faulty)('%s is %s', (_, type, instance, at) => {
    const read = readInstance(instance);
    if (!('fault' in read)) throw new Error('accepted');
    expect(read.fault).toMatchObject({ type, at });
    for (const text of [read.fault.title, read.fault.titleEn, read.fault.detail, read.fault.detailEn])
      expect(text).not.toBe('');
  });

  test('every kind of fault is met, by the file or by the command', () => {
    const byCommand: FaultType[] = ['unreadable-file', 'malformed-json', 'wrong-usage', 'unknown-mode'];
    expect(new Set([...faulty.map((f) => f[1]), ...byCommand])).toEqual(new Set(faultTypes));
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pairing-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'instance.json');
  const written = (text: string) => {
    writeFileSync(file, text);
    return file;
  };
  const run = (...args: string[]) => {
    const { stdout, status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '../cli.ts'), ...args], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    return { status, out: JSON.parse(stdout) };
  };

  test('prints the answer with the digest of its pairs', () => {
    writeFileSync(file, JSON.stringify(good));
    const { status, out } = run('solve', file, '--mode', 'stable');
    const { digest, ...answer } = out;
    expect(status).toBe(0);
    expect(Object.keys(out)).toEqual(['pairs', 'total', 'bound', 'prices', 'odd', 'blocking', 'digest']);
    expect(digest).toBe(createHash('sha256').update('[["a","b"]]').digest('hex'));
    const read = readInstance(good);
    if ('fault' in read) throw new Error(read.fault.detailEn);
    expect(answer).toEqual(pair(read.instance, { mode: 'stable' }));
    recheck(read.instance, answer);
  });

  test.each([
    ['unreadable-file', () => ['solve', join(folder, 'none.json')]],
    ['malformed-json', () => ['solve', written('{"studios":')]],
    ['repeated-pair', () => ['solve', written(JSON.stringify(more({ pairs: [...pairs, ...pairs] })))]],
    ['unknown-mode', () => ['solve', file, '--mode', 'fast']],
    ['wrong-usage', () => ['solve']],
    ['wrong-usage', () => ['solve', file, '--speed']],
    ['wrong-usage', () => ['pair', file]],
  ] as const)('answers %s with exit code 2', (type, prepare) => {
    const { status, out } = run(...prepare());
    expect(status).toBe(2);
    expect(out).toMatchObject({
      type,
      title: expect.any(String),
      titleEn: expect.any(String),
      detail: expect.any(String),
    });
  });
});
