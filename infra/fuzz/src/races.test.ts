import { derivedId } from '@jiangong/contracts';
import { services } from '@jiangong/demo/fixture';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';

const RACES = Number(process.env.FUZZ_RACES ?? 500);
const RUNNERS = 8;
const who = {
  org: derivedId('fuzz', 'org'),
  sub: 'somebody',
  roles: ['organiser' as const, 'alliance-leader' as const],
};

let t: Testing;
beforeAll(async () => {
  t = await startTesting(services);
});
afterAll(() => t.stop());

const runners = Array.from({ length: RUNNERS }, (_, runner) => runner);
const name = (race: number, runner: number) => `第${race}轮第${runner}号`;
const studio = (code: string) => ({
  ...{ code, name: `${code}创新工作室`, leader: 'L-1', employer: `${code}公司`, district: '石景山区' },
  ...{ level: 'enterprise', trade: '焊接', offers: ['焊接'], seeks: ['检测'], capacity: 1 },
});

/** Kinds of records that can be changed again and again, and how. */
const kinds = [
  {
    make: (n: number) => ({
      url: '/api/units',
      body: { kind: 'branch', code: `C-${n}`, name: '分公司', shortName: '分' },
    }),
    change: (id: string, race: number, runner: number) => ({
      method: 'POST' as const,
      url: `/api/units/${id}/amend`,
      body: { name: name(race, runner), shortName: `${runner}` },
    }),
  },
  {
    make: (n: number) => ({ url: '/api/studios', body: studio(`S-${n}`) }),
    change: (id: string, race: number, runner: number) => ({
      method: 'POST' as const,
      url: `/api/studios/${id}/amend`,
      body: { ...studio('X'), code: undefined, leader: undefined, name: name(race, runner) },
    }),
  },
];
const RECORDS = 10;

test(`${RACES} races of ${RUNNERS}: of those who read the same version one wins, and of one request repeated one is done`, async () => {
  let races = 0;
  const records: { id: string; version: number; kind: (typeof kinds)[number] }[] = [];
  for (const kind of kinds)
    for (let n = 0; n < RECORDS; n += 1) {
      const { url, body } = kind.make(n);
      const made = await t.call(who, 'POST', url, body);
      expect([made.status, made.text]).toEqual([201, expect.any(String)]);
      records.push({ id: made.body.id, version: made.body.version, kind });
    }
  for (; races < RACES; races += 1) {
    const record = records[races % records.length]!;
    const { id, kind, version } = record;
    const isRepeated = races % 4 === 3;
    const answers = await Promise.all(
      runners.map((runner) => {
        const { method, url, body } = kind.change(id, races, isRepeated ? 0 : runner);
        const key = { 'idempotency-key': `race-${races}-${isRepeated ? 0 : runner}` };
        return t.call(who, method, url, body, { 'if-match': `"${version}"`, ...key });
      }),
    );
    const won = answers.filter(({ status }) => status === 200);
    const seen = { race: races, statuses: answers.map(({ status }) => status).sort() };
    if (isRepeated) {
      expect(seen).toEqual({ race: races, statuses: runners.map(() => 200) });
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    } else {
      expect(seen).toEqual({ race: races, statuses: [200, ...runners.slice(1).map(() => 412)] });
    }
    expect(won[0]!.body.version).toBe(version + 1);
    record.version = version + 1;
  }
}, 600_000);
