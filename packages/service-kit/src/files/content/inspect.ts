// What an upload must be to be kept, and what is kept of it.
import { createReadStream } from 'node:fs';
import { inspectArchive } from './archive.ts';
import { redraw } from './image.ts';
import { type FileKind, kindOf } from './kind.ts';
import { inspectPdf } from './pdf.ts';
import { refusedFile } from './refused.ts';
import type { Scanner } from './scanner.ts';

export interface Inspected {
  kind: FileKind;
  /** Of what is kept, where that is not what was uploaded: it lies at the second path then. */
  redrawn?: { sha256: string; thumbnail: Buffer; thumbnailSha256: string };
}

/** @throws Refused if it is not to be kept */
export async function inspectFile(path: string, redrawnPath: string, scanner: Scanner | undefined): Promise<Inspected> {
  const kind = await kindOf(path);
  const found = await scanner?.(createReadStream(path));
  if (found) throw refusedFile('扫描发现病毒或恶意程序', 'the scanner found malware');
  switch (kind.group) {
    case 'image':
      return { kind, redrawn: await redraw(path, redrawnPath, kind.type) };
    case 'pdf':
      await inspectPdf(path);
      return { kind };
    case 'office':
      // Documents of the older form are no archives.
      if (kind.type.includes('openxmlformats') || kind.type.includes('opendocument')) await inspectArchive(path);
      return { kind };
    case 'archive':
      await inspectArchive(path);
      return { kind };
    default:
      return kind.group satisfies never;
  }
}
