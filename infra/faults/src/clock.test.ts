// A clock that jumps, in process: nothing is lost or done twice, versions keep their order, tokens end by the clock's word,
// deadlines fire once when their time has come, and what counts time passed goes on.
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from 'vitest';
import { begin, cleanUp, type Installation, newFolder } from './installation.ts';
import { bearer, register, send, unitCodes } from './people.ts';

afterEach(cleanUp);
console.error('the clock is shifted inside the process (Date), not by libfaketime');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const preload = [import.meta.resolve('./clock.preload.ts')];

async function withClock() {
  const folder = newFolder();
  const CLOCK_OFFSET = join(folder, 'clock-offset');
  const jump = (offset: number) => {
    // In one step, so that nobody reads half a number.
    writeFileSync(`${CLOCK_OFFSET}.next`, String(offset));
    renameSync(`${CLOCK_OFFSET}.next`, CLOCK_OFFSET);
  };
  jump(0);
  return { at: await begin(folder, { preload, settings: { CLOCK_OFFSET } }), jump };
}
const command = (at: Installation, key: string, path: string, body?: object) =>
  send(at.url, 'POST', `/api${path}`, body, { ...bearer(at.signed), 'idempotency-key': encodeURIComponent(key) });
/** What the journal says of a stream, with the times that the clock gave. */
const journal = async (at: Installation, stream: string) =>
  (await send(at.url, 'GET', `/journal/${stream}`, undefined, bearer(at.signed))).body.commits as {
    version: number;
    time: string;
    events: { id: string; type: string; sequence: number }[];
  }[];

test('clock jumps of an hour under load: nothing lost or doubled, order by version, ids unique', async () => {
  const { at, jump } = await withClock();
  const unit = (await register(at, 1)).body.id;
  const jumps = [HOUR, -HOUR, 0, 5 * HOUR, -DAY, -365 * DAY, 0];
  let number = 1;
  for (const offset of jumps) {
    jump(offset);
    const more = Array.from({ length: 8 }, () => (number += 1));
    const answers = await Promise.all([
      ...more.map((n) => register(at, n)),
      ...more.map((n) => command(at, `amend-${n}`, `/units/${unit}/amend`, { name: `第${n}次`, shortName: `${n}` })),
    ]);
    // A token that was given for today has not ended yet last year.
    expect(answers.map(({ status }) => status).filter((status) => status >= 300)).toEqual([]);
  }
  for (let n = 1; n <= number; n += 1) expect((await register(at, n)).status).toBeLessThan(300);
  expect(await unitCodes(at)).toEqual(Array.from({ length: number }, (_, n) => `U-${n + 1}`).sort());
  const commits = await journal(at, `unit/${unit}`);
  expect(commits.map(({ version }) => version)).toEqual(Array.from({ length: number }, (_, n) => n + 1));
  const times = commits.map(({ time }) => time);
  // The clock did jump: timestamps show it, and do not order anything.
  expect(times).not.toEqual([...times].sort());
  expect(new Set(times.map((time) => time.slice(0, 4))).size).toBeGreaterThan(1);
  await expect.poll(async () => (await send(at.url, 'GET', '/health')).status).toBe(200);
  await at.stop();
  const log = new DatabaseSync(join(at.folder, 'log.db'), { readOnly: true });
  const records = log.prepare('SELECT key, body FROM events ORDER BY place').all();
  log.close();
  const events = records.map(({ key, body }) => ({ key, ...JSON.parse(String(body)) }));
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  const sequences = events.filter(({ key }) => key.endsWith(unit)).map(({ sequence }) => sequence);
  expect(sequences).toEqual(Array.from({ length: number }, (_, n) => n + 1));
});

test('tokens end by the clock: refused after a jump ahead, good again when it goes back, and who signs in is served', async () => {
  const { at, jump } = await withClock();
  jump(DAY);
  const late = await register(at, 1);
  expect([late.status, late.body.type]).toEqual([401, '/problems/unauthenticated']);
  const user = { userName: 'organiser', password: 'a-long-password-of-nobody' };
  const { body } = await send(at.url, 'POST', '/sign-in', user);
  expect((await register({ ...at, signed: { token: body.token } }, 1)).status).toBe(201);
  jump(0);
  expect((await register(at, 2)).status).toBe(201);
  // One that comes from the future ends where it says.
  expect((await register({ ...at, signed: { token: body.token } }, 3)).status).toBe(201);
});

test('a deadline fires once when the clock jumps over it, and not again after the clock went back and ahead, nor a restart', async () => {
  const { at, jump } = await withClock();
  const today = (days: number) => new Date(Date.now() + 8 * HOUR + days * DAY).toISOString().slice(0, 10);
  const scheme = (await command(at, 'scheme', '/schemes', { template: 'qi-bi-qi-sai' })).body.id;
  expect((await command(at, 'publish', `/schemes/${scheme}/publish`)).status).toBe(200);
  const year = new Date().getFullYear();
  const quarters = ['01-01/03-31', '04-01/06-30', '07-01/09-30', '10-01/12-31'].map((days, n) => {
    const [from, to] = days.split('/');
    return { id: `q${n + 1}`, label: `第${n + 1}季度`, from: `${year + 1}-${from}`, to: `${year + 1}-${to}` };
  });
  const announce = (at: Installation, name: string, registration: object, path = '/competitions') =>
    command(at, name, path, {
      ...{ name, year: year + 1, theme: '比质量', slogan: '赛出水平', registration },
      tracks: [{ track: 'projects', label: '项目部', scheme, periods: quarters }],
    });
  const announced = await announce(at, '竞赛', { from: today(0), to: today(3) });
  expect([announced.status, announced.text]).toEqual([201, expect.anything()]);
  const ended = async (at: Installation, competition = announced.body.id) =>
    (await journal(at, `competition/${competition}`))
      .flatMap(({ events }) => events)
      .filter(({ type }) => type === 'registration-ended').length;
  expect(await ended(at)).toBe(0);

  jump(10 * DAY);
  const later = await signedAgain(at);
  await expect.poll(() => ended(later)).toBe(1);
  /** Another deadline, long due, shows that what is due has been looked for since. */
  const swept = async (at: Installation, name: string) => {
    const path = '/competitions?on=2023-12-25';
    const other = await announce(at, name, { from: '2023-12-25', to: '2024-01-15' }, path);
    expect([other.status, other.text]).toEqual([201, expect.anything()]);
    await expect.poll(() => ended(at, other.body.id)).toBe(1);
  };
  for (const offset of [-DAY, 11 * DAY]) {
    jump(offset);
    await swept(await signedAgain(at), `又一竞赛${offset}`);
    expect(await ended(await signedAgain(at))).toBe(1);
  }
  await at.stop('SIGKILL');
  const again = await signedAgain(await at.again());
  await swept(again, '重启后');
  expect(await ended(again)).toBe(1);
});
async function signedAgain(at: Installation): Promise<Installation> {
  const user = { userName: 'organiser', password: 'a-long-password-of-nobody' };
  return { ...at, signed: { token: (await send(at.url, 'POST', '/sign-in', user)).body.token } };
}
