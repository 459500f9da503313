// A document as bytes, written while it is read.
import PDFDocument from 'pdfkit';
import type { Document } from './draw.ts';

/** Lets other work of this process in between. */
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * A PDF, written while it is read: each part adds its own pages, and other work is let in between.
 *
 * @example
 * ```ts
 * const chunks: Uint8Array[] = [];
 * for await (const chunk of pdfOf('空白页', [(doc) => doc.addPage({ size: 'A4' })])) chunks.push(chunk);
 * Buffer.concat(chunks).toString('latin1', 0, 5); // → '%PDF-'
 * ```
 */
export async function* pdfOf(title: string, parts: Iterable<(doc: Document) => void>): AsyncGenerator<Uint8Array> {
  const doc = new PDFDocument({ autoFirstPage: false, lang: 'zh-CN', info: { Title: title } });
  for (const part of parts) {
    part(doc);
    const ready = doc.read() as Buffer | null;
    if (ready) yield ready;
    await breathe();
  }
  doc.end();
  for await (const chunk of doc) yield chunk as Buffer;
}
