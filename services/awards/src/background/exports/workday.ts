// Workday, the elements of Award_and_Activity_Achievement_Data: a revoked grant is sent once more with the flag that removes it.
import { csvLine, descriptionOf, linesOf, type Target } from './target.ts';

export const workdayColumns = [
  ...['Worker_Reference', 'Award_and_Activity_ID', 'Remove_Award_and_Activity', 'Award_and_Activity_Type_Reference'],
  ...['Title', 'Sponsor_Issuer', 'Start_Date', 'End_Date', 'Description'],
] as const;

export const workday: Target = {
  file: 'Award_and_Activity.csv',
  type: 'text/csv; charset=utf-8',
  write: (pages) =>
    linesOf(csvLine(workdayColumns), pages, (row) =>
      csvLine([
        ...[row.recipient.externalId, row.grant, String(row.status === 'revoked'), 'AWARD', row.honour.name],
        ...[row.grantedBy, row.validFrom, row.validTo, descriptionOf(row)],
      ]),
    ),
};
