// Oracle HCM Data Loader, component ProfileItem of TalentProfile.dat: rows are merged by the source system's id, which is the grant,
// so a correction replaces its row, and a revoked grant is one whose DateTo is the day of its revocation.
import type { GrantRow } from '../../views.ts';
import { descriptionOf, linesOf, type Target } from './target.ts';

export const hdlColumns = [
  ...['SourceSystemOwner', 'SourceSystemId', 'ProfileCode', 'ContentType', 'SectionId', 'ContentItem', 'DateFrom'],
  ...['DateTo', 'SourceKey1', 'SourceKey2', 'SourceKey3', 'ItemText301', 'ItemText2401', 'ItemText20001', 'ItemDate1'],
] as const;
const OWNER = 'JIANGONG';

/** The loader's own characters are escaped, and a line holds one row. */
const cell = (text: string) => text.replace(/[\\|]/g, (char) => `\\${char}`).replace(/\r?\n/g, '\\n');
const date = (day: string | undefined) => day?.replaceAll('-', '/') ?? '';

const valuesOf = (row: GrantRow, section: string): string[] => [
  ...[OWNER, row.grant, row.recipient.externalId ?? '', 'HONOR', section, row.honour.name],
  ...[date(row.validFrom), date(row.validTo)],
  ...[row.grant, row.decision, String(row.revision)],
  ...[row.honour.level, row.grantedBy, descriptionOf(row), date(row.decisionDate)],
];
export const oracle: Target = {
  file: 'TalentProfile.dat',
  type: 'text/plain; charset=utf-8',
  write: (pages, { sectionId } = {}) =>
    linesOf(
      `METADATA|ProfileItem|${hdlColumns.join('|')}\n`,
      pages,
      (row) =>
        `MERGE|ProfileItem|${valuesOf(row, String(sectionId ?? ''))
          .map(cell)
          .join('|')}\n`,
    ),
};
