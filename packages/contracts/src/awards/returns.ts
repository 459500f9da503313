// What is to come back: a plaque that somebody proposes to take off, and what of a revocation is still out.
import { z } from 'zod';
import { event } from '../event.ts';
import { businessDate, code, filledProse, id, label, prose } from '../values.ts';
import { grantExample, recipient } from './grant.ts';

const removal = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d81';
const alliance = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d07';

/** Whether a plaque comes off or stays. */
export const removalOutcome = z.enum(['removed', 'kept']);
const opened = z.object({
  removal: id,
  of: z.enum(['alliance', 'studio']),
  /** The alliance or the studio. */
  holder: id,
  name: label,
  grants: z.array(id).min(1),
  reason: prose,
  on: businessDate,
  /** Who proposed it, and for whom if they are a deputy: they do not decide it. */
  proposedBy: z.array(z.string()).min(1),
});
/** It is for the committee to say whether what was granted falls. */
export const plaqueRemovalOpened = event('plaque-removal-opened', opened, {
  ...{ removal, of: 'alliance', holder: alliance, name: '焊接与检测联盟', grants: [grantExample.grant] },
  ...{ reason: '协议期满', on: '2025-06-30', proposedBy: ['user-organiser'] },
});
const decided = z.object({
  outcome: removalOutcome,
  reason: prose,
  /** Of a plaque that comes off: when it is to be back. */
  returnBy: businessDate.optional(),
  on: businessDate,
  by: z.string(),
});
/** The plaque comes off, and its grants are revoked, or it stays. */
export const plaqueRemovalDecided = event(
  'plaque-removal-decided',
  decided.extend({ removal: id, grants: z.array(id).min(1) }),
  {
    ...{ removal, outcome: 'removed', reason: '联盟已解散，不再使用该荣誉', returnBy: '2025-08-31' },
    ...{ on: '2025-07-04', by: 'user-committee', grants: [grantExample.grant] },
  },
);
/** A proposal to take a plaque off, and what became of it. */
export const plaqueRemovalView = opened.extend({
  status: z.enum(['open', 'removed', 'kept']),
  decided: decided.optional(),
});
/** Takes the plaque off, which revokes its grants, or keeps it; with a reason either way. */
export const decidePlaqueRemoval = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('removed'), reason: filledProse, returnBy: businessDate }),
  z.strictObject({ outcome: z.literal('kept'), reason: filledProse }),
]);

/** One thing of a grant: its plaque, or a certificate under its number. */
const which = z.object({ grant: id, item: z.string().min(1).max(40) });
const owed = which.extend({
  kind: z.enum(['plaque', 'certificate']),
  recipient,
  honour: label,
  revokedOn: businessDate,
  /** Absent as long as nobody has set a date. */
  returnBy: businessDate.optional(),
});
/** What of a revoked grant is to come back. */
export type OwedItem = z.infer<typeof owed>;
const decision = grantExample.decision;
const itemExample = { grant: grantExample.grant, item: '2025-7K3QM9X2-0001' };
/** These are to come back, since their grants were revoked. */
export const awardReturnOpened = event(
  'award-return-opened',
  z.object({ decision: id, documentNumber: code, items: z.array(owed).min(1).max(500) }),
  {
    ...{ decision, documentNumber: grantExample.documentNumber },
    items: [
      {
        ...{ ...itemExample, kind: 'certificate', recipient: grantExample.recipient },
        ...{ honour: grantExample.honour.name, revokedOn: '2025-06-03', returnBy: '2025-06-30' },
      },
    ],
  },
);
const items = z.array(which).min(1).max(500);
const returned = z.object({ decision: id, items });
/** These are to be back by another day, or have a day now. */
export const awardReturnDue = event(
  'award-return-due',
  returned.extend({ returnBy: businessDate, reason: prose.optional() }),
  { decision, items: [itemExample], returnBy: '2025-07-31', reason: '单位正在搬迁' },
);
/** These came back. */
export const awardItemsReturned = event('award-items-returned', returned.extend({ on: businessDate, by: z.string() }), {
  decision,
  items: [itemExample],
  on: '2025-06-20',
  by: 'user-organiser',
});
/** These are lost: nobody waits for them any more. */
export const awardItemsLost = event('award-items-lost', returned.extend({ reason: prose, by: z.string() }), {
  ...{ decision, items: [itemExample], reason: '搬迁时遗失，单位已书面说明', by: 'user-organiser' },
});
/** What of a decision is to come back, and what did. */
export const awardReturnView = z.object({
  decision: id,
  documentNumber: code,
  status: z.enum(['open', 'settled']),
  /** How many are still out. */
  out: z.int(),
  items: z.array(
    owed.extend({
      state: z.enum(['out', 'returned', 'lost']),
      /** When it came back. */
      on: businessDate.optional(),
      /** Why it is lost, or to be back on another day. */
      reason: z.string().optional(),
    }),
  ),
});

const chosen = z.array(z.strictObject(which.shape)).min(1).max(500);
/** Sets the day by which things are to be back. */
export const setReturnDate = z.strictObject({ items: chosen, returnBy: businessDate, reason: filledProse.optional() });
/** Takes in what came back; by default on the business date. */
export const takeBack = z.strictObject({ items: chosen, on: businessDate.optional() });
/** Writes off what is lost. */
export const writeOff = z.strictObject({ items: chosen, reason: filledProse });
