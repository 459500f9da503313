// What of a decision holds today.
import { type Grant, type Read, type Refusal, refuse } from '@jiangong/contracts';
import { type States, withNames } from './people.ts';
import { decisions, grantsOf } from './views.ts';

interface Reading {
  read: Read;
  states: States;
}
/** Every grant of a decision that holds, in the decision's order, once all of them are recorded. */
export async function standingOf({ read, states }: Reading, id: string): Promise<Grant[] | Refusal | undefined> {
  const decision = await read.get(decisions, id);
  if (!decision) return undefined;
  const { number } = decision.document;
  if (decision.revoked) return refuse('decision-already-revoked', { number, ...decision.revoked });
  const found = new Map<string, Grant>();
  for await (const page of grantsOf(read, { decision: id })) for (const each of page) found.set(each.grant, each);
  const all = decision.grants.map((grant) => found.get(grant));
  if (decision.recorded < decision.pages || all.includes(undefined)) return refuse('decision-incomplete');
  const standing = (all as Grant[]).filter(({ status }) => status !== 'revoked');
  return withNames(standing, states);
}
