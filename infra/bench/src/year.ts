// `pnpm bench year`: one quarter of one track through the public interface, with few entrants and with many: the cost per
// entrant of each phase, as the ratio of the two. Linear work has the ratio 1.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { install, memory, timed } from './installation.ts';
import { type Caller, inParallel } from './load.ts';

const FEW = Number(process.env.YEAR_FEW ?? 1000);
const MANY = Number(process.env.YEAR_MANY ?? 4000);
const GATE = 1.3;
const AT_ONCE = 16;
const ROWS_A_FILE = 2000;
const MARKS_A_FILE = 500;
const sheets = ['safety', 'quality', 'technology', 'finance', 'union'];
const duties = {
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

/** Seconds per phase, and what the process needed at most, in MB. */
async function quarter(entrants: number): Promise<{ phases: Record<string, number>; memory: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-year-'));
  const { child, as: impatient } = await install(folder, duties);
  const as = patient(impatient);
  const phases: Record<string, number> = {};
  const phase = async (name: string, work: () => Promise<unknown>) => {
    phases[name] = await timed(work);
    say(`${entrants} entrants, ${name}: ${phases[name].toFixed(2)} s`);
  };
  const files = (head: string, size: number, row: (n: number) => string) =>
    Array.from({ length: Math.ceil(entrants / size) }, (_, file) => {
      const rows = Array.from({ length: Math.min(size, entrants - file * size) }, (_, n) => row(file * size + n));
      return `${[head, ...rows].join('\n')}\n`;
    });
  const imported = async (path: string, list: string[]) => {
    for (const file of list) {
      const { body } = await as('POST', path, file, 'text/csv');
      if (body.faults?.length > 0) throw new Error(JSON.stringify(body.faults[0]));
    }
  };
  try {
    await phase('units', () =>
      imported(
        '/api/units/import',
        files('编码,名称,简称,类别', ROWS_A_FILE, (n) => `${codeOf(n)},第${n}住宅项目部,项目${n},项目部`),
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
        files('单位编码,赛道', ROWS_A_FILE, (n) => `${codeOf(n)},projects`),
      ),
    );
    const entries = await allOf<{ entry: string }>(as, `/api/competitions/${competition}/entries`);
    await phase('accept', () =>
      inParallel(AT_ONCE, entries, ({ entry }) => as('POST', `/api/entries/${entry}/accept`)),
    );
    let round = '';
    await phase('launch', async () => {
      await as('POST', `/api/competitions/${competition}/launch`);
      for (;;) {
        const rounds = (await as('GET', `/api/rounds?competition=${competition}`)).body.items;
        if (
          rounds.length === periods.length &&
          rounds.every((each: { entrants: number }) => each.entrants === entrants)
        ) {
          round = rounds.find((each: { period: { id: string } }) => each.period.id === 'q1').round;
          return;
        }
        await sleep(100);
      }
    });
    await as('POST', `/api/rounds/${round}/open`);
    const checks = await allOf<{ check: string }>(as, `/api/checks?round=${round}`);
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
    await phase('marks', () =>
      imported(
        `/api/rounds/${round}/marks/import`,
        files('单位编码,指标,分值,等级,事项', MARKS_A_FILE, (n) =>
          [',safety,,,无', ',quality,,,无', ',technology,5.5,,', ',cost,5,,', ',team,4.5,,', ',civilised,,good,']
            .map((rest) => codeOf(n) + rest)
            .join('\n'),
        ),
      ),
    );
    await phase('submit', () =>
      each(async (check) => {
        for (const sheet of sheets) await as('POST', `/api/checks/${check}/sheets/${sheet}/submit`);
      }),
    );
    await phase('close', async () => {
      await as('POST', `/api/rounds/${round}/close`);
      while ((await as('GET', `/api/rounds/${round}`)).body.status !== 'closed') await sleep(50);
    });
    const standings = `/api/standings/${competition}?track=projects&period=q1`;
    await phase('standings', () => as('GET', `${standings}&limit=50`));
    await phase('xlsx', () => as('GET', `${standings}&format=xlsx`));
    return { phases, memory: memory(child, 'VmHWM') };
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function year({ json }: { json: boolean }) {
  const [few, many] = [await quarter(FEW), await quarter(MANY)];
  const ratios = Object.fromEntries(
    Object.entries(many.phases).map(([name, seconds]) => [
      name,
      Number((seconds / MANY / (few.phases[name]! / FEW)).toFixed(2)),
    ]),
  );
  const result = { few: FEW, many: MANY, gate: GATE, ratios, seconds: many.phases, memory: [few.memory, many.memory] };
  if (json) console.log(JSON.stringify(result));
  else {
    console.log(`每个参赛单位的开销，${MANY} 个与 ${FEW} 个之比 / cost per entrant, ${MANY} ÷ ${FEW} (≤ ${GATE}):`);
    for (const [name, ratio] of Object.entries(ratios)) console.log(`  ${name.padEnd(10)} ${ratio}`);
    console.log(`  内存 / memory ${few.memory} → ${many.memory} MB`);
  }
}
