// SAP SuccessFactors, entity Background_Awards, as two files: rows to insert or replace, and the keys of rows to delete. SAP draws the
// key of a row, so a row is named by what the connection to that SAP keeps for each grant; without one every row is a new one.
import type { Recipient } from '@jiangong/contracts';
import type { GrantRow } from '../../views.ts';
import type { Connected } from '../connector/rows.ts';
import { awardOf, holderOf } from '../connector/successfactors.ts';
import { csvLine, type Target } from './target.ts';

export const upsertColumns = ['userId', 'backgroundElementId', 'name', 'institution', 'issueDate', 'description'];
export const deleteColumns = ['userId', 'backgroundElementId'];

/** Who is, or was, honoured, by whose number SAP knows the person. */
const userOf = ({ recipient, former = [] }: GrantRow, person: string | undefined) =>
  [recipient, ...former.map((was): Recipient => was.recipient)].find(({ id }) => id === person)?.externalId;

function upserted(row: GrantRow, held: Connected['held']) {
  const person = holderOf(row);
  const user = userOf(row, person);
  if (user === undefined) return '';
  const { key, ...award } = awardOf(row, user, held?.person === person ? held?.key : undefined);
  const { name, institution, issueDate, description } = award;
  // Edm.DateTime.
  return csvLine([user, key, name, institution, `${issueDate}T00:00:00`, description]);
}
function deleted(row: GrantRow, held: Connected['held']) {
  const user = userOf(row, held?.person);
  return held && user !== undefined && held.person !== holderOf(row) ? csvLine([user, held.key]) : '';
}

export const successfactors: Target = {
  file: 'Background_Awards.csv',
  type: 'text/csv; charset=utf-8',
  async *write(pages, { operation = 'upsert', connected = async () => new Map() } = {}) {
    const [columns, line] = operation === 'upsert' ? [upsertColumns, upserted] : [deleteColumns, deleted];
    yield csvLine(columns);
    for await (const page of pages) {
      const known = await connected(page.map(({ grant }) => grant));
      yield page.map((row) => line(row, known.get(row.grant)?.held)).join('');
    }
  },
};
