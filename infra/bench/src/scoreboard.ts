// S7, S8: a page of standings against a constant answer of the same bytes, and against the queries by which other scoreboards rank.
import { DatabaseSync } from 'node:sqlite';
import autocannon from 'autocannon';
import fastify from 'fastify';
import type { Figure } from './figure.ts';

const SECONDS = Number(process.env.SCOREBOARD_SECONDS ?? 4);
const CONNECTIONS = 16;
const ENTRANTS = 10_000;
const ITEMS = 20;

/** Answers per second. */
async function answered(url: string, headers: Record<string, string>): Promise<number> {
  const { requests, duration, non2xx, errors } = await autocannon({
    url,
    headers,
    connections: CONNECTIONS,
    duration: SECONDS,
  });
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`);
  return requests.total / duration;
}

/**
 * Times per second that SQLite answers a scoreboard of 10,000 entrants and 20 items: as CTFd asks (points of solves summed by account,
 * the earlier last solve first) and as DOMjudge does (cached cells joined with their teams, all of them).
 */
function queries(): Record<string, number> {
  const sql = new DatabaseSync(':memory:');
  sql.exec(`CREATE TABLE challenges (id INTEGER PRIMARY KEY, value INTEGER);
    CREATE TABLE solves (id INTEGER PRIMARY KEY, account_id INTEGER, challenge_id INTEGER, date INTEGER);
    CREATE INDEX solves_account ON solves (account_id);
    CREATE TABLE team (id INTEGER PRIMARY KEY, name TEXT, category INTEGER);
    CREATE TABLE scorecache (team INTEGER, problem INTEGER, submissions INTEGER, time INTEGER, correct INTEGER,
      PRIMARY KEY (team, problem));`);
  sql.exec('BEGIN');
  const challenge = sql.prepare('INSERT INTO challenges VALUES (?, ?)');
  const solve = sql.prepare('INSERT INTO solves (account_id, challenge_id, date) VALUES (?, ?, ?)');
  const team = sql.prepare('INSERT INTO team VALUES (?, ?, 1)');
  const cell = sql.prepare('INSERT INTO scorecache VALUES (?, ?, 1, ?, 1)');
  for (let item = 0; item < ITEMS; item += 1) challenge.run(item, 100 + item);
  for (let entrant = 0; entrant < ENTRANTS; entrant += 1) {
    team.run(entrant, `第${entrant}项目部`);
    for (let item = 0; item < ITEMS; item += 1) {
      const time = (entrant * 31 + item * 7) % 86_400;
      solve.run(entrant, item, time);
      cell.run(entrant, item, time);
    }
  }
  sql.exec('COMMIT');
  const ctfd = sql.prepare(`SELECT account_id, sum(value) AS score, max(solves.id) AS last, max(date) AS date
    FROM solves JOIN challenges ON challenge_id = challenges.id WHERE value != 0 GROUP BY account_id
    ORDER BY score DESC, date, last`);
  const domjudge = sql.prepare('SELECT * FROM scorecache JOIN team ON team.id = scorecache.team WHERE category = 1');
  const perSecond = (ask: () => unknown[]) => {
    ask();
    const begun = performance.now();
    let answers = 0;
    for (; performance.now() - begun < SECONDS * 1000; answers += 1) ask();
    return answers / ((performance.now() - begun) / 1000);
  };
  const found = { CTFd: perSecond(() => ctfd.all()), DOMjudge: perSecond(() => domjudge.all()) };
  sql.close();
  return found;
}

/** @param page the address of a page of standings, with the token of somebody who may read them */
export async function scoreboard(page: string, token: string): Promise<Figure[]> {
  const headers = { authorization: `Bearer ${token}` };
  const text = await (await fetch(page, { headers })).text();
  const app = fastify();
  app.get('/constant', (_, reply) => reply.type('application/json; charset=utf-8').send(text));
  const constant = `${await app.listen({ port: 0, host: '127.0.0.1' })}/constant`;
  const [ours, bare, bareAgain, oursAgain] = [
    await answered(page, headers),
    await answered(constant, {}),
    await answered(constant, {}),
    await answered(page, headers),
  ];
  await app.close();
  const perSecond = (ours + oursAgain) / 2;
  const about = `${Math.round(perSecond)}/s, ${Math.round((bare + bareAgain) / 2)}/s; ${text.length} letters`;
  const work = 'a page of standings ÷ a constant answer of the same bytes';
  return [
    { id: 'S7', work, value: (ours + oursAgain) / (bare + bareAgain), unit: '×', gate: 0.7, ambition: 0.85, about },
    ...Object.entries(queries()).map(
      ([peer, rate]): Figure => ({
        ...{ id: 'S8', work: `… ÷ ${peer}’s query, SQLite, 10,000 × 20`, value: perSecond / rate, unit: '×' },
        ...{ gate: 20, ambition: 100, about: `${Math.round(perSecond)}/s, ${rate.toFixed(1)}/s` },
      }),
    ),
  ];
}
