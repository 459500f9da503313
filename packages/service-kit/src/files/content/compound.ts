// Documents of the older Office and of WPS are small file systems; installers are, too. Which one it is, the names in the directory
// tell; macros have names there as well.
import { open } from 'node:fs/promises';
import { refusedFile } from './refused.ts';

const HEADER = 512;
const NAME = 64;
const ENTRY = 128;
const END = 0xfffffffa;
/** A directory of more sectors is none of a document. */
const SECTORS = 512;
const FIRST_TABLES = 109;

const documents: Record<string, string> = {
  WordDocument: 'application/msword',
  Workbook: 'application/vnd.ms-excel',
  Book: 'application/vnd.ms-excel',
  'PowerPoint Document': 'application/vnd.ms-powerpoint',
};
const MACROS = new Set(['Macros', 'VBA', '_VBA_PROJECT', '_VBA_PROJECT_CUR']);

/** The media type of a document; undefined if it is none. @throws Refused if it holds macros */
export async function compoundKind(path: string): Promise<string | undefined> {
  const names = await namesIn(path);
  if (names.some((name) => MACROS.has(name))) throw refusedFile('文档中带有宏', 'the document holds macros');
  return names.map((name) => documents[name]).find((type) => type !== undefined);
}

async function namesIn(path: string): Promise<string[]> {
  const file = await open(path, 'r');
  try {
    const read = async (at: number, length: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
      return bytesRead === length ? buffer : undefined;
    };
    const header = await read(0, HEADER);
    const shift = header?.readUInt16LE(30);
    if (!header || (shift !== 9 && shift !== 12)) return [];
    const size = 1 << shift;
    const sector = (number: number) => read((number + 1) * size, size);
    /** The sector after another one, by the tables that the header names. */
    const next = async (number: number) => {
      const each = size / 4;
      const which = Math.floor(number / each);
      if (which >= FIRST_TABLES) return END;
      const table = await read((header.readUInt32LE(76 + which * 4) + 1) * size + (number % each) * 4, 4);
      return table?.readUInt32LE(0) ?? END;
    };
    const names: string[] = [];
    for (let at = header.readUInt32LE(48), count = 0; at < END && count < SECTORS; at = await next(at), count += 1) {
      const entries = await sector(at);
      for (let from = 0; entries && from < size; from += ENTRY) {
        const length = entries.readUInt16LE(from + NAME);
        if (length >= 2 && length <= NAME) names.push(entries.toString('utf16le', from, from + length - 2));
      }
    }
    return names;
  } finally {
    await file.close();
  }
}
