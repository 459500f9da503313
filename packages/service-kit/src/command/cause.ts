// What a commit is an outcome of. A request's cause begins with its organisation and person, the system's own with a word
// of the product's, and whoever is called like that word cannot imitate it.
import { type Actor, serviceOfNoun, topics } from '@jiangong/contracts';
import type { Commit } from '../store/port.ts';

const SYSTEM = 'system:';
/** How the system's own work is signed. */
export const isSystem = (sub: string): boolean => sub.startsWith(SYSTEM);

/** First words of causes of reactions (their service), deadlines, companions (their noun) and the first start. */
const isOfSystem = (word: string) =>
  Object.hasOwn(topics, word) || ['deadline', 'first-start'].includes(word) || serviceOfNoun(word) !== undefined;

/** One part of a cause, whatever it is called; ordinary names stay as they are. */
const part = (name: string) => name.replace(/[%/]/g, encodeURIComponent);

/**
 * The cause of a person's request: `org/sub/key`, which no name can make look like one of the system's.
 * @example
 * ```ts
 * causeOfRequest({ org: 'union', sub: 'li' }, 'k-1'); // → 'union/li/k-1'
 * causeOfRequest({ org: 'deadline', sub: 'a/b' }, 'k-1'); // → '%deadline/a%2Fb/k-1'
 * ```
 */
export const causeOfRequest = ({ org, sub }: Pick<Actor, 'org' | 'sub'>, key: string): string =>
  `${isOfSystem(org) ? '%' : ''}${part(org)}/${part(sub)}/${key}`;

/** How long the key of a request that changed nothing is remembered. */
export const REMEMBERED_DAYS = 30;
/** Commits that {@link Store.forget} looks at in one step. */
export const FORGET_PAGE = 500;

/** The instant before which keys may be forgotten. */
export const forgottenBefore = (now: string): string =>
  Temporal.Instant.from(now)
    .subtract({ hours: 24 * REMEMBERED_DAYS })
    .toString({ smallestUnit: 'millisecond' });

/**
 * Whether it may be forgotten once it is old: nothing came of it, and it was a request. Commits of reactions,
 * deadlines and companions are the inbox by which a log that is read anew does nothing twice; they stay.
 */
export const isForgettable = ({ events, actor }: Pick<Commit, 'events' | 'actor'>): boolean =>
  events.length === 0 && !isSystem(actor);
