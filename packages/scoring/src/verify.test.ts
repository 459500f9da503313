// docs/verify: the vectors are what the evaluator gives, they meet every word of the language, and an implementation that shares no code
// with it (examples/verify, in Python) comes to the same, also in years that are drawn.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fileOf, textOf, vectors } from '../kit/vectors/index.ts';
import { type Vector, vector } from '../kit/vectors/vector.ts';
import { randomYear } from '../kit/years.ts';
import { parseScheme } from './index.ts';
import { allCriteria } from './schema/walk.ts';

/** Years drawn in `npm test`; CONTRIBUTING names the command that draws ten thousand. */
const YEARS = Number(process.env.VERIFY_YEARS ?? 40);
const FOLDER = new URL('.', fileOf('any'));
const PYTHON = new URL('../../../examples/verify/verify.py', import.meta.url).pathname;
const all = Object.values(vectors).flatMap((list) => list());

describe('the test vectors', () => {
  test.for(Object.keys(vectors))('of %s are what the evaluator gives', (name) => {
    expect(readFileSync(fileOf(name), 'utf8')).toBe(textOf(vectors[name]!()));
  });

  test('are all that the folder holds, more than five hundred, each with a name of its own', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual(
      Object.keys(vectors)
        .map((name) => `${name}.json`)
        .toSorted(),
    );
    expect(all.length).toBeGreaterThan(500);
    for (const list of Object.values(vectors)) {
      const names = list().map(({ name }) => name);
      expect(names).toEqual([...new Set(names)]);
    }
  });

  test('meet every measure, scale, tie, status, reduction, honour and refusal', () => {
    const met = new Set(all.flatMap(wordsOf));
    for (const word of WORDS) expect(met, word).toContain(word);
  });
});

const WORDS = [
  ...['value', 'ratio', 'events', 'level', 'figure', 'collect', 'rate', 'steps', 'linear', 'relative'],
  ...['scored', 'not-assessable', 'pending', 'invalid', 'joint', 'barred', 'capped', 'alerts'],
  ...['ties share', 'ties best', 'ties worst', 'refer', 'include', 'granted', 'referred', 'provisional'],
  ...['mean', 'trimmed', 'median', 'take mean', 'take sum', 'take last', 'take streak'],
  ...['over periods', 'over members', 'over period', 'round up', 'round down', 'round nearest', 'from last'],
  ...['input', 'mark', 'judges', 'result', 'admission', 'fact'].map((what) => `missing ${what}`),
  ...['member-twice', 'negative', 'not-a-count', 'not-a-number', 'not-referred', 'out-of-range', 'outside-level'],
  ...['outside-panel', 'too-many', 'twice', 'unknown-decision', 'unknown-event', 'unknown-group', 'unknown-level'],
  ...['unknown-period', 'unknown-stage', 'unknown-veto', 'wrong-kind'],
];

/** What a vector is about: words of its scheme, and what came out. */
function wordsOf({ scheme, results = [], refused }: Vector): string[] {
  const stages = parseScheme(scheme).tracks.flatMap((track) => track.stages);
  const sheets = stages.flatMap(({ sheet }) => (typeof sheet === 'string' ? [] : [sheet]));
  const criteria = sheets
    .flatMap(allCriteria)
    .flatMap(({ measure, scale, panel }) => [
      ...(measure ? [measure.kind] : []),
      ...(measure?.kind === 'collect' ? [`take ${measure.take}`, `over ${measure.over}`] : []),
      ...(scale ? [scale.kind] : []),
      ...(scale?.kind === 'steps' && scale.ties ? [`ties ${scale.ties}`] : []),
      ...(panel ? [panel.reduce] : []),
    ]);
  const honours = stages.flatMap((stage) => stage.honours ?? []);
  const honoured = honours.flatMap(({ ties, round, from }) => [ties, `round ${round}`, `from ${from}`]);
  const found = results.flatMap(({ entrants, honours: given, pending }) => [
    ...entrants.flatMap(({ status, bars, alerts }) => [
      status,
      ...(bars.length > 0 ? ['barred'] : []),
      ...(alerts ? ['alerts'] : []),
    ]),
    ...(new Set(entrants.map(({ group, place }) => `${group} ${place}`)).size < entrants.length ? ['joint'] : []),
    ...given.flatMap((of) => (['granted', 'referred', 'provisional'] as const).filter((part) => of[part].length > 0)),
    ...pending.map(({ missing }) => `missing ${missing}`),
  ]);
  const capped = sheets.some(({ caps }) => caps) ? ['capped'] : [];
  return [...criteria, ...honoured, ...found, ...capped, ...(refused ? [refused] : [])];
}

/** Runs the other implementation; its last line says how many differ. */
function python(paths: string[], input = ''): string {
  const { stdout, stderr, error } = spawnSync('python3', [PYTHON, 'vectors', ...paths], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (error) throw new Error(`examples/verify needs python3: ${error.message}`);
  return stdout + stderr;
}

describe('the implementation in Python', () => {
  test('passes every vector', () => {
    const paths = Object.keys(vectors).map((name) => fileOf(name).pathname);
    expect(python(paths)).toBe(`${all.length} vectors, 0 differ\n`);
  });

  test('says where it comes to something else', () => {
    const [first, ...others] = all.filter(({ results }) => results?.[0]?.entrants[0]?.score);
    const wrong = structuredClone(first!);
    wrong.results![0]!.entrants[0]!.score! += 0.0001;
    const said = python(['-'], [wrong, ...others.slice(0, 9)].map((each) => JSON.stringify(each)).join('\n'));
    expect(said).toMatch(
      /\/results\/0\/entrants\/0\/score: [\d.]+ is written, [\d.]+ comes out\n10 vectors, 1 differ\n$/,
    );
  });

  test('agrees on years that are drawn', { timeout: 120_000 + YEARS * 100 }, () => {
    const PAGE = 500;
    for (let from = 0; from < YEARS; from += PAGE) {
      const page = Array.from({ length: Math.min(PAGE, YEARS - from) }, (_, i) => {
        const { scheme, season } = randomYear(from + i);
        return JSON.stringify(vector(`year ${from + i}`, scheme, season));
      });
      expect(python(['-'], page.join('\n'))).toBe(`${page.length} vectors, 0 differ\n`);
    }
  });
});
