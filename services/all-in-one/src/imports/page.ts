// docs/imports.md: which columns every import has, and what each kind of file gives. The test of imports compares it,
// and with `vitest run src/imports -u` writes it.
import { consoleService } from '@jiangong/console';
import type { Column, Route } from '@jiangong/service-kit';
import { services } from '../services.ts';

export const page = new URL('../../../../docs/imports.md', import.meta.url);

const kinds = {
  text: '文字',
  code: '编码',
  number: '数值',
  percent: '百分比',
  date: '日期',
  choice: '选项',
  list: '若干项',
} as const satisfies Record<Column['kind'], string>;

const isImport = (route: Route) => route.kind === 'import';

export interface CaseTable {
  title: string;
  rows: readonly (readonly [what: string, gives: string])[];
}

/** The page as it should be. */
export function written(text: string, cases: readonly CaseTable[]): string {
  const between = (all: string, mark: string, content: string) =>
    all.replace(
      new RegExp(`(<!-- ${mark}:[^\\n]*-->\\n)[\\s\\S]*?(<!-- /${mark} -->)`),
      (_, open, close) => `${open}${content}\n${close}`,
    );
  return between(between(text, 'columns', columns()), 'files', cases.map(table).join('\n\n'));
}

const inCell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = ({ title, rows }: CaseTable) =>
  [
    `### ${title}`,
    '',
    '| 文件 | 导入的结果 |',
    '| --- | --- |',
    ...rows.map(([what, gives]) => `| ${inCell(what)} | ${inCell(gives)} |`),
  ].join('\n');

function columns(): string {
  const imports = [consoleService(() => {}), ...services].flatMap(({ routes }) => routes.filter(isImport));
  return imports
    .map(({ summary, path, columns }) =>
      [
        `### ${summary[0]}`,
        '',
        `\`POST /api${path}\` · 模板 \`GET /api${path}/template.xlsx\``,
        '',
        '| 栏 | 也可写作 | 必填 | 填什么 |',
        '| --- | --- | --- | --- |',
        ...columns.map((column) => `| ${inCell(rowOf(column).join(' | '))} |`.replaceAll('\\|', '|')),
      ].join('\n'),
    )
    .join('\n\n');
}
function rowOf({ key, label, aliases = [], required, kind, help, labels, example }: Column): string[] {
  const names = [...new Set([label[1], key, ...aliases])].join('、');
  const choices = labels ? `：${Object.values(labels).flat().join('、')}` : '';
  const text = [`${kinds[kind]}${choices}`, help?.[0], example && `如 ${example}`].filter(Boolean).join('；');
  return [label[0], names, required ? '是' : '', text];
}
