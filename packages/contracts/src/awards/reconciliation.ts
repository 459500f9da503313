// Reconciliation: what an HR system holds, compared with the grants as they stand.
import { z } from 'zod';
import { fileReading } from '../file-reading.ts';
import { id, label } from '../values.ts';
import { grantStatus } from './grant.ts';

/** What an HR system holds of one grant. */
export const heldGrant = z.strictObject({ grant: id, revision: z.int().min(1), status: grantStatus.optional() });
/** What an HR system holds of one grant. */
export type HeldGrant = z.infer<typeof heldGrant>;

/** A grant that the HR system must be sent again, as it stands. */
export const difference = z.object({
  grant: id,
  /** As it stands, and as the HR system holds it. */
  revision: z.int(),
  heldRevision: z.int().optional(),
  status: grantStatus,
  recipientName: label,
  honourName: label,
  /** The `webhook-id` of the message that brings it. */
  message: z.string(),
});
/** A grant that the HR system must be sent again, as it stands. */
export type Difference = z.infer<typeof difference>;

const differences = z.object({ count: z.int(), items: z.array(difference) });
/** What differs, the first of each kind, and the bodies that have a webhook sent all of them. */
export const reconciliation = z.object({
  held: z.int(),
  agreeing: z.int(),
  /** Grants that stand and are not held. */
  missing: differences,
  /** Held in an earlier revision, or in another state. */
  outdated: differences,
  /** Held as good, and revoked. */
  toRevoke: differences,
  /** Held, and no grant, or no revision of it, of this organisation. */
  unknown: z.object({ count: z.int(), items: z.array(heldGrant) }),
  /** Each is a body of `POST /hr/webhooks/{id}/replay`. */
  resend: z.array(z.object({ grants: z.array(id) })),
  /** Rows that could not be read count as not held. */
  ...fileReading.shape,
});
/** What differs, the first of each kind, and the bodies that have a webhook sent all of them. */
export type Reconciliation = z.infer<typeof reconciliation>;
