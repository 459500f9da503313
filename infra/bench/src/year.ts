// `pnpm bench year`: a quarter of one track through the public interface with few entrants and with many, as the cost per entrant of
// each phase (linear work has the ratio 1); what readers wait then; marks against a bare import; a whole year; and the quarter on servers.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startSystem } from '@jiangong/distributed';
import { servers } from '@jiangong/servers';
import type { Figure } from './figure.ts';
import { type Installation, install, memory, organiserOf, timed } from './installation.ts';
import { load } from './load.ts';
import { duties, markFiles, type Played, played } from './quarter.ts';
import { scoreboard } from './scoreboard.ts';
import { watching } from './watching.ts';

const FEW = Number(process.env.YEAR_FEW ?? 1000);
const MANY = Number(process.env.YEAR_MANY ?? 4000);
/** Entrants of the whole year; 0 leaves it out. */
const WHOLE = Number(process.env.YEAR_WHOLE ?? 5000);
const SERVERS_FEW = Number(process.env.YEAR_SERVERS_FEW ?? 300);
const SERVERS_MANY = Number(process.env.YEAR_SERVERS_MANY ?? 1500);
const READS_PER_SECOND = 50;
const READS_SECONDS = 4;

interface Quarter extends Played {
  /** MB at most. */
  memory: number;
  /** ms that 99 of 100 wait for each way of reading, at most. */
  reading: Record<string, number>;
  /** What is found out on the way. */
  figures: Figure[];
}
/** What else is measured while the installation stands. */
type More = (installation: Installation, quarter: Played) => Promise<Figure[]>;

async function embedded(
  entrants: number,
  { quarters = 1, more }: { quarters?: number; more?: More } = {},
): Promise<Quarter> {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-year-'));
  const installation = await install(folder, duties);
  const { child, as } = installation;
  try {
    const quarter = await played(as, entrants, quarters);
    const reading = await readersOf(quarter);
    const peak = memory(child, 'VmHWM');
    return { ...quarter, reading, memory: peak, figures: (await more?.(installation, quarter)) ?? [] };
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readersOf({ as, competition, checks }: Played) {
  const standings = `/api/standings/${competition}?track=projects&period=q1&limit=50`;
  const some = (n: number) => checks[(n * 7919) % checks.length]!;
  const ways: Record<string, (n: number) => string> = {
    'a page of standings': () => standings,
    'the rank of one': (n) => `${standings}&around=${some(n).check}`,
    'an explanation': (n) => `/api/explanations/${some(n).check}`,
  };
  const waited: Record<string, number> = {};
  for (const [way, path] of Object.entries(ways)) {
    await as('GET', path(1));
    waited[way] = (await load(READS_PER_SECOND, READS_SECONDS, (n) => as('GET', path(n)))).p99;
  }
  return waited;
}

/** Rows a second that a csv of marks is parsed and inserted with, under the same two indexes. */
async function bareImport(entrants: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-import-'));
  const sql = new DatabaseSync(join(folder, 'bare.db'));
  sql.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
    CREATE TABLE marks (place INTEGER PRIMARY KEY, unit TEXT, item TEXT, points REAL, level TEXT, event TEXT);
    CREATE UNIQUE INDEX by_place ON marks (unit, item); CREATE INDEX by_item ON marks (item);`);
  const insert = sql.prepare('INSERT INTO marks (unit, item, points, level, event) VALUES (?, ?, ?, ?, ?)');
  let rows = 0;
  const seconds = await timed(async () => {
    for (const file of markFiles(entrants)) {
      sql.exec('BEGIN');
      for (const line of file.trim().split('\n').slice(1)) {
        const [unit, item, points, level, event] = line.split(',');
        insert.run(unit!, item!, points ? Number(points) : null, level!, event!);
        rows += 1;
      }
      sql.exec('COMMIT');
    }
  });
  sql.close();
  rmSync(folder, { recursive: true });
  return rows / seconds;
}

/** Cost per entrant of each phase, many ÷ few. */
function growth(id: string, few: Played, many: Played, sizes: [few: number, many: number]): Figure[] {
  const about = `${sizes[1]} ÷ ${sizes[0]} entrants`;
  return Object.entries(many.phases).map(([name, seconds]) => ({
    ...{ id, work: `${name}, per entrant`, gate: 1.3, ambition: 1.1, unit: '×' as const, less: true as const },
    ...{ value: seconds / sizes[1] / (few.phases[name]! / sizes[0]), about: `${about}; ${seconds.toFixed(1)} s` },
  }));
}

async function onServers(): Promise<Figure[]> {
  const running = await servers(['kafka', 'mongo-replica-set']);
  if ('missing' in running) throw new Error(running.missing);
  const { kafka, 'mongo-replica-set': mongo } = running.server;
  const quarterOf = async (entrants: number) => {
    const name = `bench-year-${entrants}`;
    const system = await startSystem({
      ...{ storeUrl: `${mongo.url}/${name}`, logUrl: `${kafka.url}/${name}`, copies: 2, quiet: true },
      settings: { BODY_LIMIT: '8388608' },
    });
    try {
      const { as } = await organiserOf(Number(new URL(system.url).port), system.admin!, duties);
      return await played(as, entrants);
    } finally {
      await system.stop();
    }
  };
  try {
    const few = await quarterOf(SERVERS_FEW);
    return growth('Y5', few, await quarterOf(SERVERS_MANY), [SERVERS_FEW, SERVERS_MANY]);
  } finally {
    await running.stop();
  }
}

const more: More = async (installation, { competition, checks }) => {
  const { url, token } = installation;
  const period = 'track=projects&period=q1';
  const path = `/api/standings/${competition}/live?${period}`;
  return [
    ...(await scoreboard(`${url}/api/standings/${competition}?${period}&limit=50`, token)),
    ...(await watching({ ...installation, path, check: checks[0]!.check })),
  ];
};

export async function year(): Promise<Figure[]> {
  const few = await embedded(FEW);
  const many = await embedded(MANY, { more });
  const bare = await bareImport(MANY);
  const ours = (MANY * 6) / many.phases.marks!;
  const figures = [...growth('Y1', few, many, [FEW, MANY]), ...many.figures];
  const about = `${Math.round(ours)}/s, ${Math.round(bare)}/s`;
  figures.push({
    ...{ id: 'Y2', work: 'marks imported ÷ bare csv and indexed inserts', value: ours / bare, unit: '×' },
    ...{ gate: 0.2, ambition: 0.4, about },
  });
  for (const [way, waited] of Object.entries(many.reading))
    figures.push({
      ...{ id: 'Y4', work: `${way}, p99`, value: waited / few.reading[way]!, unit: '×', gate: 1.5, ambition: 1.1 },
      ...{ less: true, about: `${MANY} ÷ ${FEW} entrants; ${waited} ms` },
    });
  if (WHOLE > 0) {
    const whole = await embedded(WHOLE, { quarters: 4 });
    const seconds = Object.values(whole.phases).reduce((sum, each) => sum + each, 0);
    const about = `${WHOLE} entrants, four quarters`;
    figures.push(
      { id: 'Y3', work: 'a whole year', value: seconds, unit: 's', gate: 600, ambition: 180, less: true, about },
      { id: 'Y3', work: '… memory', value: whole.memory, unit: 'MB', gate: 800, ambition: 400, less: true, about },
    );
  }
  return SERVERS_MANY > 0 ? [...figures, ...(await onServers())] : figures;
}
