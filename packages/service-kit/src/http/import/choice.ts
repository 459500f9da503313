// One of several values, by itself or by what it is called.
import { type Cell, codeOf, plain, quoted, type Read, wrong } from './characters.ts';
import { type Labels, namesOf } from './columns.ts';

const LISTED = 12;
const compared = (text: string) => plain(text).replaceAll(' ', '').toLowerCase();

/** Of large sets of labels, which are the same for every row, the names are looked up once. */
const found = new WeakMap<Labels, Map<string, Set<string>>>();
function valuesByName(labels: Labels): Map<string, Set<string>> {
  const known = found.get(labels);
  if (known) return known;
  const byName = new Map<string, Set<string>>();
  for (const [value, label] of Object.entries(labels))
    for (const name of namesOf(label)) {
      const values = byName.get(compared(name)) ?? new Set();
      byName.set(compared(name), values.add(value));
    }
  found.set(labels, byName);
  return byName;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** What people may type for a value: the value, or of an id the code that comes second of its names. */
function codeIn(labels: Labels, value: string): string {
  const names = namesOf(labels[value]!);
  return ID.test(value) ? (names[1] ?? names[0]!) : value;
}

export function choiceOf(cell: Cell, labels: Labels | undefined): Read<string> {
  const read = codeOf(cell.kind === 'b' ? { ...cell, kind: 't' } : cell);
  if ('zh' in read || labels === undefined) return read;
  const { value } = read;
  if (Object.hasOwn(labels, value)) return read;
  const byName = valuesByName(labels);
  // `项目部（project-department）` is how messages name it.
  const [, inner] = /\(([^()]+)\)$/.exec(value) ?? [];
  if (inner !== undefined && Object.hasOwn(labels, inner)) return { value: inner };
  const ignoringCase = Object.keys(labels).filter((each) => compared(each) === compared(value));
  const named = byName.get(compared(value)) ?? (inner === undefined ? undefined : byName.get(compared(inner)));
  const values = [...(named ?? ignoringCase)];
  if (values.length === 1) return { value: values[0]! };
  if (values.length > 1) {
    const codes = values.slice(0, LISTED).map((each) => codeIn(labels, each));
    return wrong(
      `「${quoted(value)}」有 ${values.length} 个，请填编码：${codes.join('、')}`,
      `“${quoted(value)}” stands for ${values.length}; enter the code: ${codes.join(', ')}`,
    );
  }
  const all = Object.entries(labels).map(([id, label]) => [namesOf(label)[0]!, codeIn(labels, id)] as const);
  // Ids that were drawn have no order of their own.
  if (Object.keys(labels).every((each) => ID.test(each))) all.sort(([, a], [, b]) => (a < b ? -1 : 1));
  const shown = all.slice(0, LISTED).map(([name, code]) => (name === code ? code : `${name}（${code}）`));
  const more = all.length > LISTED ? [`等 ${all.length} 项`, ` and ${all.length - LISTED} more`] : ['', ''];
  return wrong(
    `没有「${quoted(value)}」；只能是：${shown.join('、')}${more[0]}`,
    `has no “${quoted(value)}”; it takes: ${all
      .slice(0, LISTED)
      .map(([, code]) => code)
      .join(', ')}${more[1]}`,
  );
}
