// Sends what is pending, oldest places first, as soon as the server can be reached: saves merged by item onto whatever others
// saved meanwhile, then submits. A refusal ends its turn and is shown at the sheet; the draft stays.
import { type CheckView, isRefused, type Mark, type ProblemDetails } from '@jiangong/client';
import { changed, client, problemOf } from '../app/api.ts';
import { unsigned } from '../parts/marks.ts';
import { type Changes, dequeue, draftOf, forget, type Pending, type Place, pendingOf } from './drafts.ts';

const RETRY_MS = 15_000;
const MERGES = 8;
const listeners = new Set<() => void>();
const refusals = new Map<string, ProblemDetails>();
const keyOf = ({ check, department }: Place) => `${check}/${department}`;
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | undefined;

export const refusalOf = (place: Place) => refusals.get(keyOf(place));
/** Calls back after each turn. */
export function onSent(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The server's marks with the changes of this browser on top. */
export function merged(check: CheckView, department: string, changes: Changes): Record<string, Mark> {
  const saved = Object.entries(check.sheets[department]?.marks ?? {}).map(
    ([id, mark]) => [id, unsigned(mark)] as const,
  );
  const all: Changes = { ...Object.fromEntries(saved), ...changes };
  return Object.fromEntries(Object.entries(all).filter((each): each is [string, Mark] => each[1] !== null));
}

async function save(place: Place): Promise<void> {
  const { check: id, department } = place;
  for (let attempt = 1; ; attempt += 1) {
    const changes = await draftOf(place);
    if (Object.keys(changes).length === 0) return;
    const { value, etag } = await client.read('/checks/{id}', { id });
    try {
      const marks = merged(value, department, changes);
      await client.put('/checks/{id}/sheets/{department}', { id, department }, { marks }, { ifMatch: etag ?? '*' });
      return forget(place, changes);
    } catch (error) {
      // Somebody saved meanwhile: their items are taken in, and this goes on top.
      if (!isRefused(error) || error.problem.status !== 412 || attempt === MERGES) throw error;
    }
  }
}

async function send(pending: Pending): Promise<boolean> {
  const { check: id, department, key } = pending;
  try {
    await save(pending);
    if (pending.act === 'submit')
      await client.post('/checks/{id}/sheets/{department}/submit', { id, department }, undefined, { key });
    refusals.delete(keyOf(pending));
    await dequeue(pending);
    return true;
  } catch (error) {
    if (problemOf(error).status === 0 || problemOf(error).status >= 500 || problemOf(error).status === 401)
      return false;
    refusals.set(keyOf(pending), problemOf(error));
    await dequeue(pending);
    return true;
  }
}

async function turn(user: string): Promise<void> {
  clearTimeout(timer);
  let waiting = false;
  const all = await pendingOf(user);
  for (const pending of all) if (!(await send(pending))) waiting = true;
  if (all.length > 0 && !waiting) await changed();
  if (waiting) timer = setTimeout(() => void flush(user), RETRY_MS);
  for (const listener of listeners) listener();
}

/** Sends everything that is pending; one turn at a time. */
export function flush(user: string): Promise<void> {
  running = (running ?? Promise.resolve()).then(() => turn(user));
  return running;
}
/** Tries again whenever the network comes back or somebody looks. */
export function startOutbox(user: string): () => void {
  const again = () => {
    if (!document.hidden) void flush(user);
  };
  addEventListener('online', again);
  document.addEventListener('visibilitychange', again);
  again();
  return () => {
    removeEventListener('online', again);
    document.removeEventListener('visibilitychange', again);
    clearTimeout(timer);
  };
}
