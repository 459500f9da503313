// Who may come on a list: recipients that are known here today.
import { type BusinessDate, type Read, type Recipient, type Refusal, refuse } from '@jiangong/contracts';
import { recipientOn, recipients } from './recipients.ts';

/** Recipients as they are today, or a refusal naming those that nobody registered or that were retired. */
export async function known(ids: readonly string[], { read, businessDate }: Asking): Promise<Recipient[] | Refusal> {
  const found = await Promise.all(ids.map((id) => read.get(recipients, id)));
  const missing = ids.filter((_, i) => !found[i] || found[i].erased);
  if (missing.length) return refuse('recipient-unknown', { recipients: missing });
  const all = found.filter((recipient) => recipient !== undefined);
  const gone = all.find(({ retired }) => retired !== undefined);
  if (gone) return refuse('unit-retired', { name: gone.name, code: gone.externalId, reason: gone.retired });
  return all.map((row) => recipientOn(row, businessDate));
}
interface Asking {
  read: Read;
  businessDate: BusinessDate;
}
