// The plaques of a studio or an alliance follow the grants: each grant's newest revision decides, however often it is delivered.
import { type Command, type EventNamed, requestsOf } from '@jiangong/contracts';

export type SetPlaque = Command<
  'set-plaque',
  { grant: string; revision: number; honour: string; documentNumber: string; date: string }
>;
export type RemovePlaque = Command<'remove-plaque', { grant: string; revision: number; reason?: string | undefined }>;
type PlaqueEvent = EventNamed<'plaque-conferred' | 'plaque-removed'>;

/** Makes the requests that studios and alliances have in common. */
export const plaqueCommand = {
  alliance: requestsOf<SetPlaque | RemovePlaque>('alliance'),
  studio: requestsOf<SetPlaque | RemovePlaque>('studio'),
};

/** The newest revision known of each grant; kept after a removal, so that an older message cannot bring the plaque back. */
export type Plaques = Record<string, { revision: number; on: boolean }>;

/** A grant of another union hangs nothing; one that hung before that was ruled out is still followed. */
export function plaque(
  of: 'alliance' | 'studio',
  { org, plaques }: { org: string; plaques: Plaques },
  command: SetPlaque | RemovePlaque,
): PlaqueEvent[] {
  const { grant, revision } = command.data;
  const last = plaques[grant];
  if (last ? last.revision >= revision : org !== command.actor.org) return [];
  if (command.type === 'set-plaque')
    return [{ type: 'plaque-conferred', data: { of, id: command.id, ...command.data } }];
  const { reason } = command.data;
  return [{ type: 'plaque-removed', data: { of, id: command.id, grant, revision, ...(reason ? { reason } : {}) } }];
}

export function plaqued(known: Plaques, event: PlaqueEvent): Plaques {
  const { grant, revision } = event.data;
  return { ...known, [grant]: { revision, on: event.type === 'plaque-conferred' } };
}
