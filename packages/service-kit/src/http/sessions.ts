// Which tokens of the console's users still act. Every service keeps this view, fed by the console's events through its
// subscriber, so that a user who was removed, amended or signed out is out everywhere within seconds.
import type { EventNamed, View } from '@jiangong/contracts';

type User = EventNamed<'user-registered'>['data'];
type UserEvent = EventNamed<
  | 'user-registered'
  | 'user-amended'
  | 'user-removed'
  | 'user-signed-out'
  | 'password-changed'
  | 'second-factor-set'
  | 'second-factor-removed'
  | 'machine-registered'
  | 'machine-secret-rotated'
  | 'machine-ended'
  | 'deputy-ended'
>;

/** Since when a user's tokens are good, and what the next token says. */
export interface SessionRow {
  /**
   * When the user last changed, in milliseconds; it only grows, whatever the clocks of copies say. A token carries the
   * epoch it was issued in and ends with it; after a backup is restored it is still behind the next change.
   */
  epoch: number;
  /** When roles, departments or units last changed: what a deputy's token of theirs says is as old. */
  duties?: number;
  /** What the next token says; absent once the user is removed. */
  user?: User;
}

/**
 * The view of users and machines by id, fed by the console's events, that tells whether a token still acts. A deputyship has
 * a row once it was ended.
 */
export const sessions: View<SessionRow, UserEvent> = {
  name: 'sessions',
  events: [
    ...(['user-registered', 'user-amended', 'user-removed', 'user-signed-out', 'password-changed'] as const),
    ...(['second-factor-set', 'second-factor-removed'] as const),
    ...(['machine-registered', 'machine-secret-rotated', 'machine-ended', 'deputy-ended'] as const),
  ],
  key: ({ data }) => ('deputyship' in data ? data.deputyship : 'user' in data ? data.user : data.machine),
  apply(row, event) {
    const epoch = Math.max(Date.parse(event.time), (row?.epoch ?? 0) + 1);
    switch (event.type) {
      case 'user-registered':
      case 'user-amended':
        return { epoch, duties: epoch, user: event.data };
      case 'machine-secret-rotated':
        // Tokens of the secret before it stay good while it does.
        return { epoch: Date.parse(event.data.until) > Date.parse(event.time) ? (row?.epoch ?? 0) : epoch };
      case 'machine-registered':
      case 'machine-ended':
      case 'user-removed':
      case 'deputy-ended':
        return { epoch };
      case 'user-signed-out':
      case 'password-changed':
      case 'second-factor-set':
      case 'second-factor-removed':
        return { ...row, epoch };
      default:
        return event satisfies never;
    }
  },
};

interface Rows {
  row(view: string, key: string): Promise<{ body: object } | undefined>;
}
/**
 * The session of a user by id; undefined if there never was such a user.
 * @example
 * ```ts
 * const store = { row: async (_view: string, user: string) => (user === 'u1' ? { body: { epoch: 5 } } : undefined) };
 * await sessionOf(store, 'u1'); // → { epoch: 5 }
 * await sessionOf(store, 'u2'); // → undefined
 * ```
 */
export async function sessionOf(store: Rows, user: string): Promise<SessionRow | undefined> {
  return (await store.row(sessions.name, user))?.body as SessionRow | undefined;
}
