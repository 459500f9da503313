// Names of persons: events, and therefore rows, have their ids alone; number and name are filled in from the persons' states
// where somebody reads them, and are gone everywhere once a person is erased.
import {
  type AwardListView,
  type HrRow,
  namedRecipient,
  type PersonState,
  type Read,
  type Recipient,
} from '@jiangong/contracts';
import { agreeingOf } from './consent/consent-views.ts';

export const PEOPLE = 'people.state.v1';
/** What a reader knows of persons. */
export type States = (topic: typeof PEOPLE, keys?: readonly string[]) => Promise<ReadonlyMap<string, PersonState>>;

const knownOf = async (persons: readonly string[], states: States): Promise<ReadonlyMap<string, PersonState>> =>
  persons.length > 0 ? states(PEOPLE, [...new Set(persons)]) : new Map();
const personsAmong = (recipients: readonly Recipient[]) =>
  recipients.filter(({ type }) => type === 'person').map(({ id }) => id);
const filled = (recipient: Recipient, known: ReadonlyMap<string, PersonState>) =>
  namedRecipient(recipient, known.get(recipient.id));

/** Records with what their recipients are called; whoever is erased has no name. */
export async function withNames<T extends Honoured>(records: readonly T[], states: States): Promise<T[]> {
  const all = records.flatMap(({ recipient, formerRecipient, former = [] }) => [
    ...[recipient, ...(formerRecipient ? [formerRecipient] : [])],
    ...former.map((each) => each.recipient),
  ]);
  const known = await knownOf(personsAmong(all), states);
  if (known.size === 0) return [...records];
  return records.map((each) => ({
    ...each,
    recipient: filled(each.recipient, known),
    ...(each.formerRecipient ? { formerRecipient: filled(each.formerRecipient, known) } : {}),
    ...(each.former ? { former: each.former.map((was) => ({ ...was, recipient: filled(was.recipient, known) })) } : {}),
  }));
}
interface Honoured {
  recipient: Recipient;
  formerRecipient?: Recipient | undefined;
  former?: { recipient: Recipient; until: string }[] | undefined;
}

/** A list with what its candidates are called, also where an evaluation's revision changed something for them. */
export async function listWithNames(list: AwardListView, states: States): Promise<AwardListView> {
  const candidates = await withNames(list.candidates, states);
  const names = new Map(candidates.map(({ recipient }) => [recipient.id, recipient.name]));
  const revisions = list.revisions?.map(({ changes, ...revision }) => ({
    ...revision,
    changes: changes.map((change) => ({ ...change, name: names.get(change.unit) ?? change.name })),
  }));
  return { ...list, candidates, ...(revisions ? { revisions } : {}) };
}

/** Rows of the feed as HR systems are given them. */
export async function rowsWithNames(rows: readonly HrRow[], states: States): Promise<HrRow[]> {
  const persons = rows.flatMap(({ recipientType, recipientId, formerRecipientId, formerExternalId }) => [
    ...(recipientType === 'person' ? [recipientId] : []),
    ...(formerRecipientId && !formerExternalId ? [formerRecipientId] : []),
  ]);
  const known = await knownOf(persons, states);
  return rows.map((row) => {
    const found = row.recipientType === 'person' ? known.get(row.recipientId) : undefined;
    const former = row.formerRecipientId === undefined ? undefined : known.get(row.formerRecipientId);
    return {
      ...row,
      ...(found ? { externalId: found.externalId, recipientName: found.name } : {}),
      ...(former ? { formerExternalId: former.externalId } : {}),
    };
  });
}

/**
 * Items of a notice as anybody reads them.
 * @param read finds who agrees that the name is published; of others the unit is read, where the notice knows it
 */
export async function itemsWithNames<T extends Item>(
  items: readonly T[],
  states: States,
  read: Read,
): Promise<(Omit<T, 'person' | 'unit'> & { recipient: string; unnamed?: true })[]> {
  const persons = items.flatMap(({ person }) => person ?? []);
  const known = await knownOf(persons, states);
  const agreeing = await agreeingOf(persons, read);
  return items.map(({ person, unit, ...item }) => {
    const isUnnamed = person !== undefined && unit !== undefined && !agreeing.has(person);
    if (isUnnamed) return { ...item, recipient: unit, unnamed: true };
    return { ...item, recipient: item.recipient ?? known.get(person ?? '')?.name ?? ERASED };
  });
}
interface Item {
  recipient?: string | undefined;
  person?: string | undefined;
  unit?: string | undefined;
}
const ERASED = '（信息已删除）';
