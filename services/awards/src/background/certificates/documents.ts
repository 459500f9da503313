// Certificates as files: one document with a page each, or a zip with a document each, written while they are read.
import { type Document, pdfOf } from '@jiangong/documents';
import { Zip, ZipPassThrough } from 'fflate';
import type { Content, Look } from './look.ts';
import { drawPage } from './page.ts';

/** A certificate to be printed, under the name of its file in a zip. */
export interface Print extends Content {
  file: string;
}

export const pdf = (look: Look, seal: Buffer | undefined, prints: readonly Content[]): AsyncGenerator<Uint8Array> =>
  pdfOf(
    '荣誉证书',
    prints.map((print) => (doc: Document) => drawPage(doc, look, print, seal)),
  );

export async function* zip(look: Look, seal: Buffer | undefined, prints: readonly Print[]): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let failure: Error | undefined;
  const archive = new Zip((error, chunk) => {
    if (error) failure = error;
    else ready.push(chunk);
  });
  function taken() {
    if (failure) throw failure;
    const bytes = Buffer.concat(ready);
    ready = [];
    return bytes;
  }
  for (const print of prints) {
    const entry = new ZipPassThrough(`${print.file}.pdf`);
    archive.add(entry);
    for await (const chunk of pdf(look, seal, [print])) entry.push(chunk);
    entry.push(new Uint8Array(), true);
    yield taken();
  }
  archive.end();
  yield taken();
}
