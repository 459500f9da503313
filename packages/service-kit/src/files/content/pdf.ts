// A PDF is whole, and nothing else at the same time.
import { open } from 'node:fs/promises';
import { damagedFile, refusedFile } from './refused.ts';

/** Where a zip's end is looked for, and the end of a PDF. */
const TAIL = 66_000;

/** @throws Refused */
export async function inspectPdf(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const length = Math.min(size, TAIL);
    const { buffer: tail } = await file.read(Buffer.alloc(length), 0, length, size - length);
    if (!tail.includes('%%EOF')) throw damagedFile();
    if (tail.includes(Buffer.from('504b0506', 'hex')))
      throw refusedFile('它同时是 PDF 和压缩包', 'it is a PDF and an archive at once');
  } finally {
    await file.close();
  }
}
