// What of revoked grants is to come back: the plaque of each collective honour, and every certificate that was issued.
import type { CommandRequest, Grant, OwedItem, Read } from '@jiangong/contracts';
import { certificatesOf } from '../certificate-pages.ts';
import { grants } from '../views.ts';
import { awardReturnCommand, PLAQUE } from './award-return.ts';

/** When they fell, and when what belongs to them is to be back. */
type Fallen = Pick<OwedItem, 'revokedOn' | 'returnBy'>;

/** One command, or none where nothing was given out. @param fallen grants of the decision, as they were before */
export async function owedOf(
  decision: string,
  ids: readonly string[],
  fallen: Fallen,
  read: Read,
): Promise<CommandRequest[]> {
  const found = await Promise.all(ids.map((id) => read.get(grants, id)));
  const revoked = found.filter((grant) => grant !== undefined);
  const [first] = revoked;
  if (!first) return [];
  const numbers = Map.groupBy(await certificatesOf(read, decision), ({ grant }) => grant);
  const items = revoked.flatMap((grant) => [
    ...(grant.collective ? [itemOf(grant, PLAQUE, 'plaque', fallen)] : []),
    ...(numbers.get(grant.grant) ?? []).map(({ number }) => itemOf(grant, number, 'certificate', fallen)),
  ]);
  if (items.length === 0) return [];
  return [awardReturnCommand(decision, 'open', { documentNumber: first.documentNumber, items })];
}

const itemOf = (
  { grant, recipient, honour }: Grant,
  item: string,
  kind: OwedItem['kind'],
  { revokedOn, returnBy }: Fallen,
): OwedItem => ({
  ...{ grant, item, kind, recipient: briefly(recipient), honour: honour.name, revokedOn },
  ...(returnBy === undefined ? {} : { returnBy }),
});
const briefly = ({ members: _, ...recipient }: Grant['recipient']) => recipient;
