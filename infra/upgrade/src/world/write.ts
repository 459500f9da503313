// Writes the small installation through the public HTTP interface, and then works on it until somebody kills it.
import { type Notes, newNotes } from '@jiangong/kills/src/client.ts';
import { quiet } from '@jiangong/kills/src/quiet.ts';
import { unitId } from '@jiangong/kills/src/setting.ts';
import { countsOf, feedOf, parkedOf, type Recorded } from '../recorded.ts';
import { foundAlliance } from './alliance.ts';
import { award } from './awards.ts';
import { type Account, type Cast, castOf, registerPeople, unitCodes } from './cast.ts';
import { correctCheck, launch, playQuarter } from './competition.ts';

const PATIENCE_MS = 120_000;
/** Commands on each unit until the kill. */
const UNTIL_KILLED = 8;
export interface Written {
  cast: Cast;
  notes: Notes;
  recorded: Omit<Recorded, 'release' | 'acknowledged' | 'sent'>;
}

export async function write(urls: readonly string[], admin: Account): Promise<Written> {
  const notes = newNotes();
  const options = { urls, admin, notes, giveUp: AbortSignal.timeout(PATIENCE_MS) };
  await registerPeople(options);
  const cast = await castOf(options);
  await launch(cast);
  await Promise.all([playQuarter(cast, 'q1').then(() => correctCheck(cast, 'q1')), foundAlliance(cast)]);
  await award(cast);
  const moving = await quiet(cast.admin, PATIENCE_MS);
  if (moving.length + notes.surprises.length > 0) throw new Error([...moving, ...notes.surprises].join('\n'));
  const { rows } = await feedOf(cast.hr);
  const [first] = (await feedOf(cast.hr, '', 2)).cursors;
  return {
    cast,
    notes,
    recorded: {
      admin,
      counts: await countsOf(cast),
      parked: (await parkedOf(cast.admin)).length,
      feed: { rows, cursor: first!.cursor, beforeCursor: first!.before },
    },
  };
}

/** Amends units, all at once; a process killed meanwhile leaves its commits unpublished. */
export async function workUntilKilled(cast: Cast, killed: Promise<unknown>) {
  const { command, person } = cast.organiser;
  const amending = unitCodes.map(async (code) => {
    for (let n = 1; n <= UNTIL_KILLED; n += 1) {
      const names = { name: `${code} 项目部，第${n}次更名`, shortName: code };
      await command(`killed/${code}/${n}`, `/units/${unitId(person.org, code)}/amend`, names);
    }
  });
  const done = Promise.allSettled(amending).then(() => {
    throw new Error('nobody was killed');
  });
  await Promise.race([killed, done]);
  done.catch(() => {});
}

export const recordOf = (release: string, { recorded, notes }: Written): Recorded => ({
  release,
  ...recorded,
  acknowledged: notes.acknowledged,
  sent: [...notes.sent],
});
