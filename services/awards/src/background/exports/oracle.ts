// Oracle HCM Data Loader, component ProfileItem of TalentProfile.dat: rows are merged by the source system's id, which is the grant,
// so a correction replaces its row, and a revoked grant is one whose DateTo is the day of its revocation. Given to
// another it is another row, and the row of whoever had it ends.
import type { GrantRow } from '../../views.ts';
import { descriptionOf, type Holding, holdingsOf, linesOf, type Target } from './target.ts';

export const hdlColumns = [
  ...['SourceSystemOwner', 'SourceSystemId', 'ProfileCode', 'ContentType', 'SectionId', 'ContentItem', 'DateFrom'],
  ...['DateTo', 'SourceKey1', 'SourceKey2', 'SourceKey3', 'ItemText301', 'ItemText2401', 'ItemText20001', 'ItemDate1'],
] as const;
const OWNER = 'JIANGONG';

/** The loader's own characters are escaped, and a line holds one row. */
const cell = (text: string) => text.replace(/[\\|]/g, (char) => `\\${char}`).replace(/\r?\n/g, '\\n');
const date = (day: string | undefined) => day?.replaceAll('-', '/') ?? '';

const valuesOf = (row: GrantRow, { key, recipient, until }: Holding, section: string): string[] => [
  ...[OWNER, key, recipient.externalId ?? '', 'HONOR', section, row.honour.name],
  ...[date(row.validFrom), date(until ?? row.validTo)],
  ...[row.grant, row.decision, String(row.revision)],
  ...[row.honour.level, row.grantedBy, descriptionOf(row), date(row.decisionDate)],
];
const line = (values: readonly string[]) => `MERGE|ProfileItem|${values.map(cell).join('|')}\n`;
export const oracle: Target = {
  file: 'TalentProfile.dat',
  type: 'text/plain; charset=utf-8',
  write: (pages, { sectionId } = {}) =>
    linesOf(`METADATA|ProfileItem|${hdlColumns.join('|')}\n`, pages, (row) =>
      holdingsOf(row)
        .map((holding) => line(valuesOf(row, holding, String(sectionId ?? ''))))
        .join(''),
    ),
};
