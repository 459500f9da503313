// Quarters of one track played through the public interface of an installation, each phase timed.
import { setTimeout as sleep } from 'node:timers/promises';
import { timed } from './installation.ts';
import { type Caller, inParallel } from './load.ts';

const AT_ONCE = 16;
const ROWS_A_FILE = 2000;
const MARKS_A_FILE = 500;
const sheets = ['safety', 'quality', 'technology', 'finance', 'union'];
/** Of whoever plays them. */
export const duties = {
  roles: ['organiser', 'checker', 'hr', 'auditor', 'committee'],
  departments: ['engineering', ...sheets],
};
const say = (line: string) => process.stderr.write(`${line}\n`);
const codeOf = (n: number) => `P-${String(n).padStart(6, '0')}`;

/** A step whose ground is not known yet is tried again. */
const patient =
  (as: Caller): Caller =>
  async (...call) => {
    for (let tries = 0; ; tries += 1) {
      try {
        return await as(...call);
      } catch (error) {
        if (tries > 2000 || !/: (404|409|503) /.test(String(error))) throw error;
        await sleep(50);
      }
    }
  };

async function allOf<T>(as: Caller, path: string): Promise<T[]> {
  const items: T[] = [];
  for (let next = ''; ; ) {
    const { body } = await as('GET', `${path}${path.includes('?') ? '&' : '?'}limit=200${next}`);
    items.push(...body.items);
    if (!body.next) return items;
    next = `&cursor=${encodeURIComponent(body.next)}`;
  }
}

/** A period that was played and closed. */
export interface Played {
  /** Seconds of each phase, of all periods together. */
  phases: Record<string, number>;
  competition: string;
  /** Checks of the first period. */
  checks: { check: string }[];
  as: Caller;
}

/** The files of marks of a period: six rows for each entrant. */
export const markFiles = (entrants: number) =>
  filesOf(entrants, '单位编码,指标,分值,等级,事项', MARKS_A_FILE, (n) =>
    [',safety,,,无', ',quality,,,无', ',technology,5.5,,', ',cost,5,,', ',team,4.5,,', ',civilised,,good,']
      .map((rest) => codeOf(n) + rest)
      .join('\n'),
  );
function filesOf(entrants: number, head: string, size: number, row: (n: number) => string) {
  return Array.from({ length: Math.ceil(entrants / size) }, (_, file) => {
    const rows = Array.from({ length: Math.min(size, entrants - file * size) }, (_, n) => row(file * size + n));
    return `${[head, ...rows].join('\n')}\n`;
  });
}

/** Plays so many of a year's four quarters. */
export async function played(impatient: Caller, entrants: number, quarters = 1): Promise<Played> {
  const as = patient(impatient);
  const phases: Record<string, number> = {};
  const phase = async (name: string, work: () => Promise<unknown>) => {
    const seconds = await timed(work);
    phases[name] = (phases[name] ?? 0) + seconds;
    say(`${entrants} entrants, ${name}: ${seconds.toFixed(2)} s`);
  };
  const files = (head: string, row: (n: number) => string) => filesOf(entrants, head, ROWS_A_FILE, row);
  const imported = async (path: string, list: string[]) => {
    for (const file of list) {
      const { body } = await as('POST', path, file, 'text/csv');
      if (body.faults?.length > 0) throw new Error(JSON.stringify(body.faults[0]));
    }
  };
  await phase('units', () =>
    imported(
      '/api/units/import',
      files('编码,名称,简称,类别', (n) => `${codeOf(n)},第${n}住宅项目部,项目${n},项目部`),
    ),
  );
  const scheme = (await as('POST', '/api/schemes', { template: 'qi-bi-qi-sai' })).body.id;
  await as('POST', `/api/schemes/${scheme}/publish`, { acceptUnsupported: true });
  const periods = [1, 2, 3, 4].map((n) => {
    const month = (m: number) => String(m).padStart(2, '0');
    return { id: `q${n}`, label: `第${n}季度`, from: `2024-${month(3 * n - 2)}-01`, to: `2024-${month(3 * n)}-28` };
  });
  const track = { track: 'projects', label: '项目部', scheme, periods };
  const head = { name: '规模竞赛', year: 2024, theme: '岗位立功', slogan: '创效创优' };
  const registration = { from: '2024-01-05', to: '2024-12-31' };
  const competition = (await as('POST', '/api/competitions', { ...head, registration, tracks: [track] })).body.id;
  await phase('entries', () =>
    imported(
      `/api/competitions/${competition}/entries/import`,
      files('单位编码,赛道', (n) => `${codeOf(n)},projects`),
    ),
  );
  const entries = await allOf<{ entry: string }>(as, `/api/competitions/${competition}/entries`);
  await phase('accept', () => inParallel(AT_ONCE, entries, ({ entry }) => as('POST', `/api/entries/${entry}/accept`)));
  const rounds: { round: string; entrants: number; period: { id: string } }[] = [];
  await phase('launch', async () => {
    await as('POST', `/api/competitions/${competition}/launch`);
    for (;;) {
      rounds.splice(0, rounds.length, ...(await as('GET', `/api/rounds?competition=${competition}`)).body.items);
      if (rounds.length === periods.length && rounds.every((round) => round.entrants === entrants)) return;
      await sleep(100);
    }
  });
  const first: Played['checks'] = [];
  for (const { id } of periods.slice(0, quarters)) {
    const { round } = rounds.find(({ period }) => period.id === id)!;
    const checks = await closed(round);
    if (first.length === 0) first.push(...checks);
  }
  return { phases, competition, checks: first, as };

  /** A round from its opening to its result. */
  async function closed(round: string) {
    await as('POST', `/api/rounds/${round}/open`);
    const checks = await allOf<Played['checks'][number]>(as, `/api/checks?round=${round}`);
    const each = (work: (check: string, n: number) => Promise<unknown>) =>
      inParallel(AT_ONCE, [...checks.keys()], (n) => work(checks[n]!.check, n));
    await phase('plans', () =>
      each(async (check) => {
        const parts = [{ id: 'm1', label: '主体封顶', weight: 100, plan: 100 }];
        const path = `/api/checks/${check}/plan`;
        const body = { items: { progress: { parts }, output: { plan: 1000 } }, reason: '季度计划' };
        await as('PUT', path, body, 'application/json', { 'if-match': '*' });
      }),
    );
    await phase('verify', () =>
      each((check, n) => {
        const parts = [{ id: 'm1', done: 96, accepted: 50 + (n % 460) / 10 }];
        const items = { progress: { parts }, output: { done: 1000, accepted: 1000 } };
        return as('POST', `/api/checks/${check}/progress/verify`, { items });
      }),
    );
    await phase('marks', () => imported(`/api/rounds/${round}/marks/import`, markFiles(entrants)));
    await phase('submit', () =>
      each(async (check) => {
        for (const sheet of sheets) await as('POST', `/api/checks/${check}/sheets/${sheet}/submit`);
      }),
    );
    await phase('close', async () => {
      await as('POST', `/api/rounds/${round}/close`);
      while ((await as('GET', `/api/rounds/${round}`)).body.status !== 'closed') await sleep(50);
    });
    const standings = `/api/standings/${competition}?track=projects&period=${rounds.find((each) => each.round === round)!.period.id}`;
    await phase('standings', () => as('GET', `${standings}&limit=50`));
    await phase('xlsx', () => as('GET', `${standings}&format=xlsx`));
    return checks;
  }
}
