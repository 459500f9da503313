// The files of one service: uploaded as drafts of their uploader, named by records, read by whoever may read those, and swept when
// nothing names them.
import { type Actor, isRefusal, type NamedFile, type Read, type Refusal, refuse } from '@jiangong/contracts';
import type { FileRules } from '../define/files.ts';
import type { Store } from '../store/port.ts';
import { type FileGroup, kindOfType } from './content/kind.ts';
import type { Scanner } from './content/scanner.ts';
import type { FileStore } from './port.ts';
import { type FileRow, fileRow, fileRows, mayName, namedOf } from './rows.ts';
import { sweeping } from './sweep.ts';
import { keepUpload, type Upload } from './upload.ts';
import { type FileFindings, verifyFiles } from './verify.ts';

export interface Wanted {
  /** The noun of the record that is to name them, and its id if it is there already. */
  noun: string;
  record?: string;
  /** What the files may be; anything that can be uploaded by default. */
  groups?: readonly FileGroup[];
}

export interface FileDesk {
  rules: Readonly<Record<string, FileRules>>;
  content: FileStore;
  /** @throws Refused if it is not to be kept */
  upload(upload: Upload): Promise<FileRow>;
  /** The file, if the actor may read it. */
  readable(asking: { actor: Actor; read: Read }, noun: string, id: string): Promise<FileRow | undefined>;
  /** What an event will say of the files that a command gives, if the actor may name them there. */
  named(actor: Actor, ids: readonly string[], wanted: Wanted): Promise<NamedFile[] | Refusal>;
  sweep(): Promise<void>;
  /** Reads every content. */
  verify(): Promise<FileFindings>;
  close(): Promise<void>;
}

export interface DeskDeps {
  rules: Readonly<Record<string, FileRules>>;
  store: Store;
  files: FileStore;
  now(): string;
  scanner: Scanner | undefined;
  retentionDays: number;
}

export function deskOf({ rules, store, files, now, scanner, retentionDays }: DeskDeps): FileDesk {
  return {
    rules,
    content: files,
    upload: (upload) => keepUpload({ store, files, scanner }, upload),
    async readable(asking, noun, id) {
      const row = await fileRow(store, id);
      if (!row || row.noun !== noun || row.sweeping) return undefined;
      const { actor } = asking;
      if (row.named === undefined) return row.org === actor.org && row.by === actor.sub ? row : undefined;
      const record = await rules[noun]!.mayRead(asking, row.named.slice(noun.length + 1));
      return record === undefined || isRefusal(record) ? undefined : row;
    },
    async named(actor, ids, { noun, record, groups }) {
      const found: NamedFile[] = [];
      for (const [index, id] of [...new Set(ids)].entries()) {
        const row = await fileRow(store, id);
        if (!row || !mayName(row, actor, noun, record && `${noun}/${record}`))
          return refuse('file-unavailable', { position: index + 1 });
        if (groups && !groups.includes(kindOfType(row.type)!.group))
          return refuse('file-type-refused', {
            reason: `“${row.name}”不能用在这里`,
            reasonEn: `“${row.name}” cannot be used here`,
          });
        found.push(namedOf(row));
      }
      return found;
    },
    sweep: sweeping({ store, files, now, retentionDays }),
    verify: async () => verifyFiles(await fileRows(store), files),
    close: () => files.close(),
  };
}
