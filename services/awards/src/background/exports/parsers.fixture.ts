// Strict readers of exports, written from the formats' own descriptions and from nothing that writes them.
import { unzipSync } from 'fflate';

/** RFC 4180: every record ends with CRLF and has as many fields as the header. */
export function parseCsv(text: string, columns?: readonly string[]): Record<string, string>[] {
  const records: string[][] = [];
  let [fields, at]: [string[], number] = [[], 0];
  while (at < text.length) {
    const match = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
    match.lastIndex = at;
    const found = match.exec(text);
    if (!found) throw new Error(`no field at ${at}: ${text.slice(at, at + 40)}`);
    at = match.lastIndex;
    fields.push(found[1]?.replaceAll('""', '"') ?? found[2]!);
    if (found[3] === ',') continue;
    records.push(fields);
    fields = [];
  }
  const [header, ...rows] = records;
  if (columns && header!.join() !== columns.join()) throw new Error(`columns: ${header}`);
  return rows.map((row) => {
    if (row.length !== header!.length) throw new Error(`${row.length} fields instead of ${header!.length}`);
    return Object.fromEntries(header!.map((name, n) => [name, row[n]!]));
  });
}

/** HCM Data Loader: a METADATA line, then MERGE lines with as many attributes; `|` and `\` inside one are escaped. */
export function parseHdl(text: string, component: string, columns: readonly string[]): Record<string, string>[] {
  if (!text.endsWith('\n')) throw new Error('the last line does not end');
  const [metadata, ...lines] = text
    .slice(0, -1)
    .split('\n')
    .map((line) => {
      const values = [...line.matchAll(/((?:\\[\\|n]|[^\\|])*)(\||$)/g)].map(([, value]) => value!);
      // The end of the line matches once more, as nothing.
      if (line !== '' && !line.endsWith('|')) values.pop();
      return values.map((value) => value.replace(/\\([\\|n])/g, (_, char) => (char === 'n' ? '\n' : char)));
    });
  if (metadata!.join() !== ['METADATA', component, ...columns].join()) throw new Error(`metadata: ${metadata}`);
  return lines.map(([instruction, discriminator, ...values]) => {
    if (instruction !== 'MERGE' || discriminator !== component) throw new Error(`${instruction} ${discriminator}`);
    if (values.length !== columns.length) throw new Error(`${values.length} attributes instead of ${columns.length}`);
    for (const [n, name] of columns.entries())
      if (/^Date|Date\d$/.test(name) && !/^(\d{4}\/\d{2}\/\d{2})?$/.test(values[n]!))
        throw new Error(`${name}: ${values[n]}`);
    return Object.fromEntries(columns.map((name, n) => [name, values[n]!]));
  });
}

/** Elements of Award_and_Activity_Achievement_Data, by Workday's WSDL: xsd:boolean, xsd:date, and text. */
export function parseWorkday(text: string): Record<string, string>[] {
  const rows = parseCsv(text, [
    ...['Worker_Reference', 'Award_and_Activity_ID', 'Remove_Award_and_Activity', 'Award_and_Activity_Type_Reference'],
    ...['Title', 'Sponsor_Issuer', 'Start_Date', 'End_Date', 'Description'],
  ]);
  for (const row of rows) {
    if (!/^(true|false)$/.test(row.Remove_Award_and_Activity!)) throw new Error(row.Remove_Award_and_Activity);
    for (const name of ['Start_Date', 'End_Date'])
      if (!/^(\d{4}-\d{2}-\d{2})?$/.test(row[name]!)) throw new Error(`${name}: ${row[name]}`);
    for (const name of ['Worker_Reference', 'Award_and_Activity_ID', 'Title', 'Sponsor_Issuer', 'Start_Date'])
      if (row[name] === '') throw new Error(`${name} is empty`);
  }
  return rows;
}

/** ECMA-376: the rows of each sheet in the workbook's order, every cell at the place that it says. */
export function parseXlsx(bytes: Uint8Array): (string | number | undefined)[][][] {
  const parts = unzipSync(bytes);
  const text = (path: string) => Buffer.from(parts[path]!).toString();
  const targets = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(/Id="(\w+)"[^>]*Target="([^"]+)"/g)].map(([, id, target]) => [
      id,
      target,
    ]),
  );
  const types = text('[Content_Types].xml');
  return [...text('xl/workbook.xml').matchAll(/<sheet [^>]*r:id="(\w+)"/g)].map(([, id]) => {
    const path = `xl/${targets.get(id)}`;
    if (!types.includes(`PartName="/${path}"`)) throw new Error(`${path} has no type`);
    return [...text(path).matchAll(/<row r="(\d+)">(.*?)<\/row>/gs)].map(([, line, cells], n) => {
      if (Number(line) !== n + 1) throw new Error(`row ${line} is number ${n + 1}`);
      const row: (string | number | undefined)[] = [];
      for (const [, column, number, type, value] of cells!.matchAll(
        /<c r="([A-Z]+)(\d+)"( t="inlineStr")?>(?:<v>|<is><t xml:space="preserve">)([^<]*)(?:<\/v>|<\/t><\/is>)<\/c>/g,
      )) {
        if (number !== line) throw new Error(`${column}${number} in row ${line}`);
        const place = [...column!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
        row[place] = type
          ? value!.replace(
              /&(amp|lt|gt|quot);/g,
              (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name as 'amp']!,
            )
          : Number(value);
      }
      return row;
    });
  });
}

/** Background_Awards of SAP's metadata: `userId` and `name` are required, the key is Edm.Int64, a day an Edm.DateTime. */
export function parseAwards(text: string, operation: 'upsert' | 'delete'): Record<string, string>[] {
  const keys = ['userId', 'backgroundElementId'];
  const rows = parseCsv(
    text,
    operation === 'delete' ? keys : [...keys, 'name', 'institution', 'issueDate', 'description'],
  );
  for (const row of rows) {
    if (!/^\d*$/.test(row.backgroundElementId!)) throw new Error(`backgroundElementId: ${row.backgroundElementId}`);
    for (const name of operation === 'delete' ? keys : ['userId', 'name'])
      if (row[name] === '') throw new Error(`${name} is empty`);
    if (operation === 'upsert' && !/^\d{4}-\d{2}-\d{2}T00:00:00$/.test(row.issueDate!)) throw new Error(row.issueDate);
  }
  return rows;
}
