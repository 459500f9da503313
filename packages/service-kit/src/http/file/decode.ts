// The text of a file, by what its bytes say: UTF-8, UTF-16 or GB18030 (which GBK and GB2312 are part of); or no text at all.
import { unreadable } from './limits.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Files of other kinds, by how they begin. */
function otherKind(start: string): readonly [zh: string, en: string] | undefined {
  if (start.startsWith('\xD0\xCF\x11\xE0'))
    return [
      '这是旧版 .xls 或加了密码的工作簿，请在 Excel 中另存为不加密的 .xlsx',
      'it is an old .xls file or a workbook with a password; save it as .xlsx without one',
    ];
  if (start.startsWith('%PDF')) return ['这是 PDF，请导入表格文件', 'it is a PDF; import a spreadsheet'];
  if (/^(?:\xEF\xBB\xBF)?\s*<(?:!doctype|html|table|\?xml)/i.test(start))
    return [
      '这是网页或 XML，请用 Excel 打开后另存为 .xlsx',
      'it is a web page or XML; open it in Excel and save it as .xlsx',
    ];
  return undefined;
}

/** @throws Unfit if it is no text, or text in an encoding that cannot be told */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  const other = otherKind(start);
  if (other) throw unreadable('csv / xlsx', ...other);
  const read = (encoding: Encoding, from = 0) => {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(from)), encoding };
    } catch {
      return undefined;
    }
  };
  const found = start.startsWith('\xFF\xFE')
    ? read('utf-16le')
    : start.startsWith('\xFE\xFF')
      ? read('utf-16be')
      : bytes.includes(0)
        ? read(isLittle(bytes) ? 'utf-16le' : 'utf-16be')
        : (read('utf-8') ?? (isChinese(bytes) ? read('gb18030') : undefined));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no text has
  if (!found || /[\0-\x08\x0E-\x1F\x7F]/.test(found.text))
    throw unreadable(
      'csv',
      '文字编码认不出来，请另存为 .xlsx 或“CSV UTF-8”',
      'its encoding is not recognised; save it as .xlsx or as “CSV UTF-8”',
    );
  return found;
}

/** Of a text without a mark: commas and line ends have their zero byte second. */
function isLittle(bytes: Uint8Array): boolean {
  let [even, odd] = [0, 0];
  for (let at = 0; at < Math.min(bytes.length, 65_536); at += 1) if (bytes[at] === 0) at % 2 ? odd++ : even++;
  return odd >= even;
}

/** Whether the pairs of bytes are mostly the characters that Chinese is written in: Big5, Latin-1 and the like decode as rare ones. */
function isChinese(bytes: Uint8Array): boolean {
  let [common, rare] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const [first, second = 0] = [bytes[at]!, bytes[at + 1]];
    if (first < 0x80) continue;
    at += 1;
    const isCommon = second >= 0xa1 && ((first >= 0xb0 && first <= 0xf7) || (first >= 0xa1 && first <= 0xa3));
    if (isCommon) common += 1;
    else rare += 1;
  }
  return rare * 3 <= common;
}
