// The parts of a workbook, unpacked as they are read, all of them together no larger than a file may be.
import { Parser } from 'saxen';
import { fromBufferPromise } from 'yauzl';
import { limits, tooLargeInside } from './limits.ts';

export interface Handlers {
  /** @param attributes as they are written: `&amp;` is not decoded */
  open(name: string, attributes: () => Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}
/** Thrown by a handler that needs no more of its part. */
export const ENOUGH = Symbol('enough');
/** Reads one part; nothing happens if there is none. @returns whether there is one */
export type ReadPart = (path: string, handlers: Handlers) => Promise<boolean>;

export async function openWorkbook(file: Buffer): Promise<ReadPart> {
  const zip = await fromBufferPromise(file, { lazyEntries: true });
  const entries = new Map<string, Parameters<typeof zip.openReadStreamPromise>[0]>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  let left = limits.unpackedMb * 1024 * 1024;

  return async (path, handlers) => {
    const entry = entries.get(path);
    if (!entry) return false;
    if (entry.uncompressedSize > left) throw tooLargeInside();
    const write = writerOf(handlers);
    const decoder = new TextDecoder();
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        left -= (chunk as Buffer).length;
        if (left < 0) throw tooLargeInside();
        write(decoder.decode(chunk as Buffer, { stream: true }));
      }
      write(decoder.decode(), true);
    } catch (error) {
      if (error !== ENOUGH) throw error;
    }
    return true;
  };
}

/** A cell holds 32,767 characters; a tag or text that is much longer would be looked at again with every piece of it. */
const TOKEN = 256 * 1024;

/** Names come without the prefix of their namespace. */
function writerOf({ open, close, text }: Handlers) {
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  const parser = new Parser();
  let unread = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('openTag', (name, attributes) => {
    unread = 0;
    open(local(name), attributes);
  });
  parser.on('closeTag', (name) => close?.(local(name)));
  parser.on('text', (raw, decode) => {
    unread = 0;
    text?.(decode(raw));
  });
  parser.on('cdata', (raw) => text?.(raw));
  return (xml: string, isLast = false) => {
    unread += xml.length;
    parser.write(xml);
    if (unread > TOKEN) throw tooLargeInside();
    if (isLast) parser.end();
  };
}
