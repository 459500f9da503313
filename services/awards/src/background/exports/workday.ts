// Workday, the elements of Award_and_Activity_Achievement_Data: a revoked grant is sent once more with the flag that removes it, and
// so is that of whoever had it before it was given to another.
import { csvLine, descriptionOf, holdingsOf, linesOf, type Target } from './target.ts';

export const workdayColumns = [
  ...['Worker_Reference', 'Award_and_Activity_ID', 'Remove_Award_and_Activity', 'Award_and_Activity_Type_Reference'],
  ...['Title', 'Sponsor_Issuer', 'Start_Date', 'End_Date', 'Description'],
] as const;

export const workday: Target = {
  file: 'Award_and_Activity.csv',
  type: 'text/csv; charset=utf-8',
  write: (pages) =>
    linesOf(csvLine(workdayColumns), pages, (row) =>
      holdingsOf(row)
        .map(({ key, recipient, until }) =>
          csvLine([
            ...[recipient.externalId, key, String(row.status === 'revoked' || until !== undefined), 'AWARD'],
            ...[row.honour.name, row.grantedBy, row.validFrom, until ?? row.validTo, descriptionOf(row)],
          ]),
        )
        .join(''),
    ),
};
