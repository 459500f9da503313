// What a grant becomes after what the HR system answered.
import type { Attempt } from '@jiangong/contracts';
import type { GrantRow } from '../../views.ts';
import { ANSWER } from '../webhooks/attempt.ts';
import { eventOf } from '../webhooks/rows.ts';
import { nextAttempt } from '../webhooks/schedule.ts';
import type { Connected } from './rows.ts';
import type { readKey, Verdict } from './successfactors.ts';

/** Attempts that are kept. */
const KEPT = 10;
const NOBODY = '没有此人的档案（可能已删除） / no record of this person, who may have been erased';

const tried = ({ attempts }: Pick<Connected, 'attempts'>, made: Attempt) => [...attempts, made].slice(-KEPT);
const without = ({ inserting: _, next: __, ...row }: Connected) => row;
/** It goes on with the next step at once. */
const goesOn = (row: Connected): Connected => ({ ...without(row), state: 'waiting', next: 0 });

/** It has what it must have. */
export const settled = (row: Connected, grant: GrantRow | undefined): Connected => ({
  ...without(row),
  ...(grant ? { revision: grant.revision, event: eventOf(grant) } : {}),
  state: 'delivered',
});
export function afterRemoved(row: Connected): Connected {
  const { held: _, ...rest } = row;
  return goesOn(rest);
}
export const afterFound = (row: Connected, person: string, found: NonNullable<ReturnType<typeof readKey>>): Connected =>
  goesOn(found === 'none' ? row : { ...row, held: { person, key: found.key } });

/** Nobody can be named: the record is on its way, or erased. */
export const nobodyKnown = (row: Connected, now: string): Connected =>
  afterRefused(row, { at: now, answer: NOBODY, milliseconds: 0 }, Date.parse(now));
/** There was no answer that says anything of it: whether it was carried out is not known. */
export function afterFailure(row: Connected, made: Attempt, now: number): Connected {
  const failed = afterRefused(row, made, now);
  return failed.next === undefined ? failed : { ...failed, state: 'waiting' };
}
/** It was refused; it is tried by the schedule all the same, and people see it at once. */
export function afterRefused({ next: _, ...row }: Connected, made: Attempt, now: number): Connected {
  const attempts = tried(row, made);
  const next = nextAttempt(attempts.length, now);
  return { ...row, attempts, state: 'failed', ...(next === undefined ? {} : { next }) };
}
/** What the answer says of it alone. */
export function afterVerdict(
  row: Connected,
  person: string,
  grant: GrantRow,
  { ok, key, status, answer, user, at, milliseconds }: Verdict & Omit<Attempt, 'status' | 'answer'> & { user: string },
  now: number,
): Connected {
  // Whom it is about stands in no row that outlives the person.
  const said = answer.replaceAll(user, '＊').slice(0, ANSWER);
  const made = { at, answer: said, milliseconds, ...(status === undefined ? {} : { status }) };
  const held = row.held ?? (key === undefined ? undefined : { person, key });
  // What was taken without a key is looked for.
  return ok && held ? { ...settled(row, grant), attempts: tried(row, made), held } : afterRefused(row, made, now);
}
