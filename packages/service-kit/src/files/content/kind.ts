// What a file is, by its content; whatever the client says of it, name and media type, counts for nothing.
import { type FileTypeResult, fileTypeFromFile } from 'file-type';
import { compoundKind } from './compound.ts';
import { refusedType } from './refused.ts';

export type FileGroup = 'image' | 'pdf' | 'office' | 'archive';
export interface FileKind {
  type: string;
  group: FileGroup;
  /** The first is what a name gets that has none of them. */
  extensions: readonly [string, ...string[]];
}
const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const OASIS = 'application/vnd.oasis.opendocument';
const kinds: readonly FileKind[] = [
  { type: 'image/jpeg', group: 'image', extensions: ['jpg', 'jpeg'] },
  { type: 'image/png', group: 'image', extensions: ['png'] },
  { type: 'image/webp', group: 'image', extensions: ['webp'] },
  { type: 'image/gif', group: 'image', extensions: ['gif'] },
  { type: 'application/pdf', group: 'pdf', extensions: ['pdf'] },
  { type: `${OPEN_XML}.wordprocessingml.document`, group: 'office', extensions: ['docx'] },
  { type: `${OPEN_XML}.spreadsheetml.sheet`, group: 'office', extensions: ['xlsx'] },
  { type: `${OPEN_XML}.presentationml.presentation`, group: 'office', extensions: ['pptx'] },
  { type: `${OASIS}.text`, group: 'office', extensions: ['odt'] },
  { type: `${OASIS}.spreadsheet`, group: 'office', extensions: ['ods'] },
  { type: `${OASIS}.presentation`, group: 'office', extensions: ['odp'] },
  { type: 'application/msword', group: 'office', extensions: ['doc', 'wps'] },
  { type: 'application/vnd.ms-excel', group: 'office', extensions: ['xls', 'et'] },
  { type: 'application/vnd.ms-powerpoint', group: 'office', extensions: ['ppt', 'dps'] },
  { type: 'application/zip', group: 'archive', extensions: ['zip'] },
];
const COMPOUND = 'application/x-cfb';

export const kindOfType = (type: string): FileKind | undefined => kinds.find((kind) => kind.type === type);

/** @throws Refused if it is none of these */
export async function kindOf(path: string): Promise<FileKind> {
  const found = await fileTypeFromFile(path).catch((): FileTypeResult | undefined => undefined);
  const type = found?.mime === COMPOUND ? await compoundKind(path) : found?.mime;
  const kind = type === undefined ? undefined : kindOfType(type);
  if (kind) return kind;
  throw found
    ? refusedType(`实际类型为 ${found.ext.toUpperCase()}`, `its type is ${found.ext.toUpperCase()}`)
    : refusedType('无法识别其类型', 'its type is not recognised');
}
