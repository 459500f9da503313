// What a correction makes of a grant: names, number, prize, level, days of its validity, and whom it is for.
import {
  type Command,
  type correctGrant,
  type Grant,
  isRefusal,
  type Recipient,
  type Refusal,
  refuse,
  withoutRole,
} from '@jiangong/contracts';
import type { z } from 'zod';

/** `recipient`: as it is known here today; `held`: what it is called, where it has the same honour already. */
export type Correction = Omit<z.infer<typeof correctGrant>, 'recipient'> & {
  recipient?: Recipient | undefined;
  held?: string | undefined;
};

/** Without what was said of its last change alone. */
export function unsaid({ formerRecipient: _, ...grant }: Grant): Grant {
  return grant;
}

export function correctedBy(grant: Grant, { data, actor }: Command<'correct', Correction>): Grant | Refusal {
  const { recipientName, honourName, honourShortName, level, documentNumber, prize, validFrom, validTo } = data;
  const moved = movedTo(grant, data, actor);
  if (moved && isRefusal(moved)) return moved;
  const of = moved?.recipient ?? grant.recipient;
  if (recipientName && of.type === 'person') return refuse('person-named-elsewhere');
  const { prize: prizeBefore, validTo: toBefore, ...rest } = unsaid(grant);
  const [awarded, to] = [prize === undefined ? prizeBefore : prize, validTo === undefined ? toBefore : validTo];
  const from = validFrom ?? grant.validFrom;
  if (to && to < from) return refuse('dates-reversed', { from, to });
  return {
    ...rest,
    recipient: recipientName === undefined ? of : { ...of, name: recipientName },
    honour: {
      ...grant.honour,
      name: honourName ?? grant.honour.name,
      shortName: honourShortName ?? grant.honour.shortName,
      level: level ?? grant.honour.level,
    },
    ...{ documentNumber: documentNumber ?? grant.documentNumber, validFrom: from },
    ...(to ? { validTo: to } : {}),
    ...(awarded === undefined || awarded === null ? {} : { prize: awarded }),
    ...moved,
  };
}

function movedTo(grant: Grant, { recipient, held, recipientName }: Correction, actor: Command<'correct'>['actor']) {
  if (!recipient || recipient.id === grant.recipient.id) return undefined;
  const refused = withoutRole(actor, 'committee');
  if (refused) return refused;
  if (held !== undefined) return refuse('honour-already-held', { names: [held] });
  const named = recipientName === undefined ? recipient : { ...recipient, name: recipientName };
  return { recipient: named, collective: recipient.type !== 'person', formerRecipient: grant.recipient };
}
