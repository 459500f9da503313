// Compares what an HR system holds with the grants as they stand: what it must be sent again, and what it must not hold.
import type { Difference, Grant, HeldGrant, Reconciliation } from '@jiangong/contracts';
import { calledOf } from './names.ts';

/** Of each kind so many are listed; all of them are counted and can be sent again. */
export const LISTED = 1000;
/** Grants that one replay takes. */
const PER_REPLAY = 1000;
type Kind = 'missing' | 'outdated' | 'toRevoke';

export interface Comparison {
  /** A grant as it stands. @param isExpected whether one that is not held is missing */
  compare(grant: Grant, isExpected: boolean): void;
  /** What is held and was not compared yet. */
  left(): string[];
  result(): Omit<Reconciliation, 'faults' | 'faultsTotal' | 'notes'>;
}

export function comparisonOf(held: readonly HeldGrant[]): Comparison {
  const left = new Map(held.map((each) => [each.grant, each]));
  const found: Record<Kind, { count: number; items: Difference[] }> = {
    missing: { count: 0, items: [] },
    outdated: { count: 0, items: [] },
    toRevoke: { count: 0, items: [] },
  };
  const unknown: HeldGrant[] = [];
  const again: string[] = [];
  let agreeing = 0;

  function differs(kind: Kind, { grant, revision, status, recipient, honour }: Grant, heldRevision?: number) {
    again.push(grant);
    found[kind].count += 1;
    if (found[kind].items.length >= LISTED) return;
    found[kind].items.push({
      ...{ grant, revision, status, recipientName: calledOf(recipient), honourName: honour.name },
      ...(heldRevision === undefined ? {} : { heldRevision }),
      message: `award_${grant}_${revision}`,
    });
  }
  return {
    compare(grant, isExpected) {
      const own = left.get(grant.grant);
      left.delete(grant.grant);
      if (!own) {
        if (isExpected && grant.status !== 'revoked') differs('missing', grant);
        return;
      }
      const isSame = own.revision === grant.revision && (own.status ?? grant.status) === grant.status;
      if (isSame) agreeing += 1;
      else if (own.revision > grant.revision) unknown.push(own);
      else if (grant.status === 'revoked' && own.status !== 'revoked') differs('toRevoke', grant, own.revision);
      else differs('outdated', grant, own.revision);
    },
    left: () => [...left.keys()],
    result() {
      const strangers = [...unknown, ...left.values()];
      return {
        held: held.length,
        agreeing,
        ...found,
        unknown: { count: strangers.length, items: strangers.slice(0, LISTED) },
        resend: Array.from({ length: Math.ceil(again.length / PER_REPLAY) }, (_, n) => ({
          grants: again.slice(n * PER_REPLAY, (n + 1) * PER_REPLAY),
        })),
      };
    },
  };
}
