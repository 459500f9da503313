// What every installation of an earlier release must show once today's code has opened it, whichever the engine.
import { check, type Verdict } from '@jiangong/kills/src/check/check.ts';
import type { Evidence, ServiceEvidence } from '@jiangong/kills/src/check/evidence.ts';
import { type Client, type Notes, newNotes } from '@jiangong/kills/src/client.ts';
import { quiet } from '@jiangong/kills/src/quiet.ts';
import type { Running } from '@jiangong/service-kit/start';
import { expect } from 'vitest';
import { countsOf, type FeedRow, feedOf, parkedOf, type Recorded } from './recorded.ts';
import { allianceOf } from './world/alliance.ts';
import { correctGrant } from './world/awards.ts';
import { type Cast, castOf, unitCodes } from './world/cast.ts';
import { playQuarter } from './world/competition.ts';

const PATIENCE_MS = 60_000;
const nameOf = ({ grant, revision }: FeedRow) => `${grant} ${revision}`;

/** There is something to take over: commits owed to the log, parked events, a request that changed nothing. */
export function killedInTheMiddle({ services }: Journals) {
  const ofRequest = /^noop\/[0-9a-f-]{36}\//;
  const has = (what: (service: ServiceEvidence) => boolean) => services.some(what);
  expect([
    has(({ pending }) => pending > 0),
    has(({ parked }) => parked.length > 0),
    has(({ commits }) => commits.some(({ stream }) => ofRequest.test(stream))),
  ]).toEqual([true, true, true]);
}

/** Ready; everybody signs in with the password of then; lists and the HR feed are as long as they were. */
export async function opensAsItWas(url: string, recorded: Recorded) {
  await expect.poll(async () => (await fetch(`${url}/health`)).status).toBe(200);
  const notes = newNotes();
  const giveUp = AbortSignal.timeout(PATIENCE_MS);
  const cast = await castOf({ urls: [url], admin: recorded.admin, notes, giveUp });
  expect(await countsOf(cast)).toEqual(recorded.counts);
  const { rows, cursor, beforeCursor } = recorded.feed;
  expect((await feedOf(cast.hr)).rows.map(nameOf).sort()).toEqual(rows.map(nameOf).sort());
  const after = (await feedOf(cast.hr, cursor)).rows.map(nameOf);
  expect(after).toEqual(expect.arrayContaining(rows.slice(beforeCursor).map(nameOf)));
  return { cast, notes };
}

/** What the bug of then had parked is redriven, in the order of its keys. */
export async function redrives(url: string, { admin, organiser }: Cast, { parked }: Recorded) {
  const services = (await parkedOf(admin)).map(({ service }) => service);
  expect(services).toEqual(Array(parked).fill('studio-alliances'));
  await redrive(url, admin);
  await expect.poll(() => parkedOf(admin)).toEqual([]);
  await organiser.until(`/api/alliances/${await allianceOf(organiser)}`, ({ plaques }) => plaques.length === 1);
}
const redrive = (url: string, { person }: Client) =>
  fetch(`${url}/ops/parked/redrive`, {
    method: 'POST',
    headers: { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ service: 'studio-alliances' }),
  });

/** The next quarter opens and closes, a grant is corrected, and a reader with a cursor from before receives it. */
export async function playsOn(cast: Cast, { feed }: Recorded) {
  await playQuarter(cast, 'q2');
  await correctGrant(cast, unitCodes[1]);
  const follow = async () => (await feedOf(cast.hr, feed.cursor)).rows.at(-1)!;
  await expect.poll(follow).toMatchObject({ revision: 2, recipientName: `公司第${unitCodes[1]}项目部` });
}

type Journals = Pick<Evidence, 'services'>;

/** What nothing came of may be forgotten with age, by whichever release: it is put back, for the checker to count. */
function withForgotten<T extends Journals>(evidence: T, before: Journals): T {
  const services = evidence.services.map((service) => {
    const causes = new Set(service.commits.map(({ cause }) => cause));
    const known = before.services.find((known) => known.service === service.service)?.commits ?? [];
    const forgotten = known.filter(({ cause, events }) => events.length === 0 && !causes.has(cause));
    return { ...service, commits: [...service.commits, ...forgotten] };
  });
  return { ...evidence, services };
}

interface Played {
  running: Running;
  recorded: Recorded;
  cast: Cast;
  notes: Notes;
  before: Journals;
}
/** Ends it in good order, and has the checker of `infra/kills` count what is lost, double or not the fold of the journals. */
export async function verdictOn(
  { running, recorded, cast, notes, before }: Played,
  evidence: () => Promise<Omit<Evidence, 'feed'>>,
): Promise<Verdict> {
  expect(await quiet(cast.admin, PATIENCE_MS)).toEqual([]);
  const { rows: feed } = await feedOf(cast.hr);
  const at = new Date(Date.now() - 5000).toISOString();
  await running.stop();
  expect(notes.surprises).toEqual([]);
  const known = {
    acknowledged: [...recorded.acknowledged, ...notes.acknowledged],
    sent: new Set([...recorded.sent, ...notes.sent]),
  };
  return check(withForgotten({ ...(await evidence()), feed }, before), known, at);
}
export const clean: Verdict = {
  ...{ lost: [], twice: [], gaps: [], broken: [], viewsWrong: [] },
  ...{ reactions: [], log: [], feed: [], unfinished: [], states: [] },
};
