// Alliances founded from the accepted proposals of a run: which studios each takes, what it is called, and what keeps it from being
// founded.
import {
  type Actor,
  type AllianceAnswer,
  allianceId,
  type BusinessDate,
  type CommandRequest,
  type foundAlliances,
  isRefusal,
  type Read,
  type Refusal,
  type RequestedMember,
  refuse,
} from '@jiangong/contracts';
import type { z } from 'zod';
import { allianceCommand } from './alliance.ts';
import { membersOf } from './alliance-members.ts';
import { type FoundProposal, proposalsAfter, runOf, withAlliances } from './pairing-reading.ts';
import { alliances, whoOf } from './views.ts';

type Order = z.infer<typeof foundAlliances>;
/** What becomes one alliance: a pair, or a leading studio with its members. */
export interface Group {
  /** The number that its code is made of: the same whenever the request is repeated. */
  number: number;
  proposals: FoundProposal[];
}

/** The chosen proposals: of a run with leading studios those of one leader together, otherwise each by itself. */
export function groupsOf(
  all: readonly FoundProposal[],
  isLed: boolean,
  isChosen: (p: FoundProposal) => boolean,
): Group[] {
  const first = new Map<string, number>();
  const groups = new Map<number, Group>();
  for (const proposal of all) {
    const [leader] = proposal.studios;
    if (!first.has(leader)) first.set(leader, proposal.number);
    if (!isChosen(proposal)) continue;
    const number = isLed ? first.get(leader)! : proposal.number;
    groups.set(number, { number, proposals: [...(groups.get(number)?.proposals ?? []), proposal] });
  }
  return [...groups.values()];
}

interface Asking {
  actor: Actor;
  read: Read;
  businessDate: BusinessDate;
}
/** The command that founds an alliance of a group, why there is none, or undefined: it was founded before. */
export async function foundingOf(
  asking: Asking,
  run: { pairing: string; count?: number | undefined },
  { number, proposals }: Group,
  { code: pattern, form: wanted, reason, agreement, duty, since = asking.businessDate, answerDays }: Order,
): Promise<CommandRequest | Refusal | undefined> {
  const founded = proposals.find(({ alliance }) => isLive(alliance));
  if (founded && proposals.every(({ alliance }) => alliance?.alliance === founded.alliance!.alliance)) return undefined;
  if (founded) return foundedAlready(founded);
  const open = proposals.find(({ decision }) => decision !== 'accepted');
  if (open) return refuse('proposal-not-accepted', { number: open.number, names: open.names });
  const names = [...new Set(proposals.flatMap((p) => p.names))];
  const forms = new Set(proposals.map((p) => (wanted === 'suggested' ? p.form : wanted)));
  const [form] = forms;
  if (form === undefined || forms.size > 1) return refuse('form-not-suggested', { names });
  const members = await membersOf(asking, [...new Set(proposals.flatMap((p) => p.studios))]);
  if (isRefusal(members)) return members;
  const same = await sameMembers(
    asking.read,
    members.map((m) => m.studio),
  );
  if (same) return same;
  const code = pattern.replace('#', () => `${number}`.padStart(`${run.count}`.length, '0'));
  return allianceCommand(allianceId(asking.actor.org, code), 'propose', {
    ...{ code, ...namesOf(members), since, from: { pairing: run.pairing, number: proposals[0]!.number } },
    ...(answerDays === undefined ? {} : { answerDays }),
    members: members.map((m, at): RequestedMember => ({ ...m, leading: at === 0 })),
    approval: { form, reason, ...(agreement === undefined ? {} : { agreement }), ...(duty ? { duty } : {}) },
  });
}

export const isLive = (alliance: Pick<AllianceAnswer, 'status'> | undefined): boolean =>
  alliance !== undefined && alliance.status !== 'dissolved';
export const foundedAlready = ({ number, alliance }: FoundProposal): Refusal =>
  refuse('proposal-founded', { number, name: alliance!.name, code: alliance!.code });

/** Another living alliance of the union with exactly these members. */
export async function sameMembers(read: Read, studios: readonly string[], id?: string): Promise<Refusal | undefined> {
  const found = await read.all(alliances, { who: whoOf(studios), status: ['proposed', 'approved'] });
  const other = found.find(({ alliance }) => alliance !== id);
  return other && refuse('same-members', { name: other.name, code: other.code });
}

/** An alliance that names its proposal has both of its studios, and the proposal no other living alliance. */
export async function wrongSource(
  { read }: Pick<Asking, 'read'>,
  from: AllianceAnswer['from'],
  studios: readonly string[],
  id: string,
): Promise<Refusal | undefined> {
  if (!from) return undefined;
  const run = await runOf(read, from.pairing);
  if (isRefusal(run)) return run;
  const [listed] = run.status === 'completed' ? await proposalsAfter(read, run, from.number - 1, 1) : [];
  if (!listed) return refuse('not-found', { what: `${from.pairing} / ${from.number}` });
  const [proposal] = await withAlliances(read, run, [listed]);
  const { number, names } = proposal!;
  if (!listed.studios.every((studio) => studios.includes(studio)))
    return refuse('proposal-other-studios', { number, names });
  const { alliance } = proposal!;
  return isLive(alliance) && alliance!.alliance !== id ? foundedAlready(proposal!) : undefined;
}

const SHORT = 20;
const end = '联盟';
/** What people call a studio in short: mostly its leader's name. */
const short = (name: string) => name.replace(/(职工|劳模)*(创新)?工作室$/u, '') || name;
/** Called after its two members, or after the leading one of several. */
export function namesOf(members: readonly { name: string }[]): { name: string; shortName: string } {
  const parts = members.map(({ name }) => short(name));
  const called = parts.length > 2 ? parts.slice(0, 1) : parts;
  const room = Math.floor((SHORT - end.length - (called.length - 1)) / called.length);
  return {
    name: `${cut(parts.join('—'), 190)}创新工作室${end}`,
    shortName: called.map((part) => cut(part, room)).join('—') + end,
  };
}
/** By characters, so that none is cut in two. */
function cut(text: string, length: number): string {
  let found = '';
  for (const character of text)
    if (found.length + character.length <= length) found += character;
    else break;
  return found;
}
