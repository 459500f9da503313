// Named places between two durable effects, for the tests that kill: `FAILPOINT=<name>:<nth>` ends the process by SIGKILL
// when that place is passed the nth time. Without it, passing one is a call of an empty function.
import { flushCompileCache } from 'node:module';

/** Every place that a test may arm, in the order of the code that passes it. */
export const failpoints = [
  // A command, a reaction or a deadline on its way into the journal.
  'before-commit',
  'after-commit',
  // A group of writes to a SQLite file: the journal's and the log's alike.
  'group-before-commit',
  'group-after-commit',
  // MongoDB: a group of commits; then what goes with one of them.
  'before-insert',
  'after-insert',
  'after-keep',
  // The pass.
  'before-views',
  'after-views',
  // MongoDB: between a row and its number, and after that.
  'before-number',
  'after-number',
  'before-publish',
  'after-send',
  'after-publish',
  'in-settle',
  // New topics: after each page of the journal that they are filled from.
  'in-fill',
  'after-settle',
  // States: before they are published, before it is forgotten that they are owed, and after that.
  'before-states',
  'after-states',
  'after-states-paid',
  // The subscriber.
  'before-effect',
  'after-name-kept',
  'after-state-kept',
  'after-foreign-rows',
  'after-reaction',
  'after-effect',
  'before-offset',
  'after-offset',
  // Parked keys.
  'before-park',
  'after-park',
  'before-unpark',
  'after-unpark',
  // Deadlines.
  'before-deadline',
  'after-deadline',
  // A file: its bytes on their way, synced, stored; its row; claimed by a command; removed.
  'file-spooled',
  'file-synced',
  'file-stored',
  'file-recorded',
  'file-claimed',
  'file-sweeping',
  'file-removed',
  // Webhooks: before a message is sent, after its answer, and after that is recorded; after what waits is kept, and where to go on.
  'before-webhook',
  'after-webhook',
  'after-webhook-recorded',
  'after-webhook-waiting',
  'after-webhook-cursor',
  // Rows of an HR system: before they are sent, after its answer, and after that is recorded; after it is recorded what is to be sent.
  'before-connector',
  'after-connector',
  'after-connector-recorded',
  'after-connector-marked',
  // A ballot, between the count and its record.
  'ballot-counted',
  // Digests: before one is sent, after it was taken, and after that is noted.
  'before-digest',
  'after-digest',
  'after-digest-settled',
  // Old keys erased, before it is remembered how far.
  'in-forget',
  // A backup, before its files get their name.
  'in-backup',
  // A move from the data folder to servers: after each of its steps.
  'move-topics',
  'move-marked',
  'move-commits',
  'move-kept',
  'move-published',
  'move-files',
  'move-views',
  'move-compared',
] as const;
/** The name of a place between two durable effects, where `FAILPOINT=<name>:<nth>` kills the process. */
export type Failpoint = (typeof failpoints)[number];

function armed(setting: string | undefined): (passed: Failpoint) => void {
  if (!setting) return () => {};
  const [name, nth = '1'] = setting.split(':');
  let left = Number(nth);
  if (!failpoints.includes(name as Failpoint) || !Number.isInteger(left) || left < 1)
    throw new Error(`FAILPOINT: <${failpoints.join('|')}>:<nth>`);
  return (passed) => {
    if (passed !== name) return;
    left -= 1;
    if (left > 0) return;
    // The next life need not compile again what this one did.
    flushCompileCache();
    process.kill(process.pid, 'SIGKILL');
  };
}

/**
 * Called at each place; kills the process where that place is armed.
 * @example
 * ```ts
 * failpoint('after-commit'); // → undefined
 * ```
 */
export const failpoint = armed(process.env.FAILPOINT);
