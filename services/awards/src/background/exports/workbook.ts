// A workbook (ECMA-376) written as a stream: its rows are compressed page by page and never held together.
import { strToU8, Zip, ZipDeflate } from 'fflate';

type Cell = string | number | undefined;
/** Rows of one sheet, below what the format allows. */
const PER_SHEET = 1_000_000;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const FORM = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export async function* workbook(
  name: string,
  titles: readonly string[],
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
  perSheet = PER_SHEET,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else ready.push(chunk);
  });
  function taken(): Uint8Array {
    if (failure) throw failure;
    const bytes = Buffer.concat(ready);
    ready = [];
    return bytes;
  }
  function entry(path: string, text: string) {
    const file = new ZipDeflate(path, { level: 6 });
    zip.add(file);
    file.push(strToU8(text), true);
  }

  let sheets = 0;
  let sheet: ZipDeflate | undefined;
  let line = 0;
  function begin() {
    sheets += 1;
    line = 1;
    sheet = new ZipDeflate(`xl/worksheets/sheet${sheets}.xml`, { level: 3 });
    zip.add(sheet);
    sheet.push(strToU8(`${XML}<worksheet xmlns="${MAIN}"><sheetData>${rowXml(line, titles)}`));
  }
  const end = () => sheet?.push(strToU8('</sheetData></worksheet>'), true);

  begin();
  for await (const page of pages) {
    for (let at = 0; at < page.length; ) {
      if (line > perSheet) {
        end();
        begin();
      }
      const part = page.slice(at, at + perSheet - line + 1);
      const first = line + 1;
      sheet!.push(strToU8(part.map((cells, n) => rowXml(first + n, cells)).join('')));
      line += part.length;
      at += part.length;
    }
    yield taken();
  }
  end();
  const each = <T>(made: (n: number) => T) => Array.from({ length: sheets }, (_, n) => made(n + 1));
  entry(
    'xl/workbook.xml',
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((n) => `<sheet name="${escaped(name)}${n > 1 ? n : ''}" sheetId="${n}" r:id="rId${n}"/>`).join('')}</sheets></workbook>`,
  );
  entry(
    'xl/_rels/workbook.xml.rels',
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}</Relationships>`,
  );
  entry(
    '_rels/.rels',
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  entry(
    '[Content_Types].xml',
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${FORM}.sheet.main+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${FORM}.worksheet+xml"/>`).join('')}</Types>`,
  );
  zip.end();
  yield taken();
}

/** Characters that XML cannot hold are left out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escaped = (text: string) =>
  text
    .replace(FORBIDDEN, '')
    .replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]!);

function rowXml(line: number, cells: readonly Cell[]): string {
  const made = cells.map((cell, n) => {
    if (cell === undefined) return '';
    const at = `r="${letters(n)}${line}"`;
    return typeof cell === 'number'
      ? `<c ${at}><v>${cell}</v></c>`
      : `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  });
  return `<row r="${line}">${made.join('')}</row>`;
}
const letters = (n: number): string =>
  (n >= 26 ? letters(Math.floor(n / 26) - 1) : '') + String.fromCharCode(65 + (n % 26));
