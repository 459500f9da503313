// What of a decision is to come back after a revocation: each plaque and certificate is out until it is taken back or written off.
import {
  type awardReturnView,
  type Command,
  type EventNamed,
  type OwedItem,
  type Refusal,
  refuse,
  requestsOf,
  type setReturnDate,
  type takeBack,
  valueLabels,
  type writeOff,
} from '@jiangong/contracts';
import type { z } from 'zod';

type Event = EventNamed<'award-return-opened' | 'award-return-due' | 'award-items-returned' | 'award-items-lost'>;
type AwardReturnCommand =
  | Command<'open', { documentNumber: string; items: OwedItem[] }>
  | Command<'set-date', z.infer<typeof setReturnDate>>
  | Command<'take-back', z.infer<typeof takeBack>>
  | Command<'write-off', z.infer<typeof writeOff>>;
type View = z.infer<typeof awardReturnView>;
type Item = View['items'][number];
type Which = Pick<OwedItem, 'grant' | 'item'>;

export type State = View | undefined;
export const initial = undefined as State;

const keyOf = ({ grant, item }: Which) => `${grant}/${item}`;
const whichOf = ({ grant, item }: Which): Which => ({ grant, item });
/** What people call it: a certificate by its number. */
const calledOf = ({ item }: Which) => (item === PLAQUE ? valueLabels.awardItem.plaque : item);
/** A grant has one plaque at most. */
export const PLAQUE = 'plaque';

export function decide(owing: State, command: AwardReturnCommand): Event[] | Refusal {
  if (command.type === 'open') return open(owing, command);
  if (!owing) return refuse('not-found', { what: command.id });
  const { data, businessDate, actor } = command;
  const items = [...new Map(data.items.map((each) => [keyOf(each), whichOf(each)])).values()];
  const known = new Map(owing.items.map((each) => [keyOf(each), each]));
  const strange = items.filter((each) => !known.has(keyOf(each)));
  if (strange.length > 0) return refuse('item-not-owed', { items: strange.slice(0, 20).map(calledOf) });
  const settled = items.filter((each) => known.get(keyOf(each))!.state !== 'out');
  if (settled.length > 0) return refuse('item-settled', { items: settled.slice(0, 20).map(calledOf) });
  const head = { decision: command.id, items };
  switch (command.type) {
    case 'set-date': {
      const { returnBy, reason } = command.data;
      if (returnBy < businessDate) return refuse('return-date-past', { returnBy, on: businessDate });
      return [{ type: 'award-return-due', data: { ...head, returnBy, ...(reason === undefined ? {} : { reason }) } }];
    }
    case 'take-back': {
      const on = command.data.on ?? businessDate;
      if (on > businessDate) return refuse('date-in-future', { on, today: businessDate });
      return [{ type: 'award-items-returned', data: { ...head, on, by: actor.sub } }];
    }
    case 'write-off':
      return [{ type: 'award-items-lost', data: { ...head, reason: command.data.reason, by: actor.sub } }];
    default:
      return command satisfies never;
  }
}

/** What is known stays as it is, but gets its day where it had none. */
function open(owing: State, { id: decision, data }: AwardReturnCommand & { type: 'open' }): Event[] {
  const { documentNumber, items } = data;
  const known = new Map(owing?.items.map((each) => [keyOf(each), each]));
  const fresh = items.filter((each) => !known.has(keyOf(each)));
  const dated = items.filter(({ returnBy, ...which }) => {
    const before = known.get(keyOf(which));
    return returnBy !== undefined && before?.state === 'out' && before.returnBy === undefined;
  });
  const [first] = dated;
  return [
    ...(fresh.length > 0
      ? [{ type: 'award-return-opened' as const, data: { decision, documentNumber, items: fresh } }]
      : []),
    ...(first
      ? [
          {
            type: 'award-return-due' as const,
            data: { decision, items: dated.map(whichOf), returnBy: first.returnBy! },
          },
        ]
      : []),
  ];
}

export function evolve(owing: State, event: Event): State {
  if (event.type === 'award-return-opened') {
    const { items, ...head } = event.data;
    return counted({
      ...head,
      items: [...(owing?.items ?? []), ...items.map((each) => ({ ...each, state: 'out' as const }))],
    });
  }
  if (!owing) throw new Error(`${event.type} before anything was to come back`);
  const chosen = new Set(event.data.items.map(keyOf));
  const changed = changeOf(event);
  return counted({
    ...owing,
    items: owing.items.map((each) => (chosen.has(keyOf(each)) ? { ...each, ...changed } : each)),
  });
}

function changeOf(event: Exclude<Event, { type: 'award-return-opened' }>): Partial<Item> {
  switch (event.type) {
    case 'award-return-due': {
      const { returnBy, reason } = event.data;
      return { returnBy, ...(reason === undefined ? {} : { reason }) };
    }
    case 'award-items-returned':
      return { state: 'returned', on: event.data.on };
    case 'award-items-lost':
      return { state: 'lost', reason: event.data.reason };
    default:
      return event satisfies never;
  }
}
function counted(owing: Omit<View, 'status' | 'out'>): View {
  const out = owing.items.filter(({ state }) => state === 'out').length;
  return { ...owing, out, status: out > 0 ? 'open' : 'settled' };
}

/** Makes requests of this noun. */
export const awardReturnCommand = requestsOf<AwardReturnCommand>('award-return');
