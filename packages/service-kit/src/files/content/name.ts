// The name that people see: what is readable of the one the client gave, and the extension of what the file is. It never is a path.
import type { FileKind } from './kind.ts';

const LONGEST = 120;
/** Control and format characters: among them those that turn the direction of writing. */
const INVISIBLE = /[\p{C}\u2028\u2029]/gu;
const FORBIDDEN = /[<>:"|?*]/g;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

export function fileNameOf(given: string | undefined, kind: FileKind): string {
  const last = (given ?? '').split(/[/\\]/).at(-1)!;
  const clean = last
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(FORBIDDEN, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const dot = clean.lastIndexOf('.');
  const extension = clean.slice(dot + 1).toLowerCase();
  const isRight = dot > 0 && kind.extensions.includes(extension);
  const stem = [...(isRight ? clean.slice(0, dot) : clean)]
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '');
  const named = stem === '' || RESERVED.test(stem.split('.')[0]!) ? `文件${stem}` : stem;
  return `${named}.${isRight ? extension : kind.extensions[0]}`;
}
