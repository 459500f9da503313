// The fonts of documents: Noto Sans SC, of which the common characters are in one file and the rare ones in many small ones, then
// LXGW WenKai for the characters of names that it lacks. Whoever prints looks first for characters that none of them has: a PDF
// would show those as blanks.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import { unwrapped } from './woff.ts';

/** A font by the name under which a document embeds it. */
export interface Face {
  name: string;
  font: Font;
}
/** Of a text: regular or bold. */
export type Weight = 400 | 700;
const MAIN = 'chinese-simplified';
const folder = new URL('./', import.meta.resolve('@fontsource/noto-sans-sc/package.json'));
/** One weight for both: it is 10 MB, and one character in a line need not be bold. */
const fallback = {
  name: 'lxgw-wenkai',
  file: new URL(import.meta.resolve('@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff')),
};
const faces = new Map<string, Face>();

function faceIn(name: string, file: URL): Face {
  const known = faces.get(name);
  if (known) return known;
  const face = { name, font: create(unwrapped(readFileSync(fileURLToPath(file)))) as Font };
  faces.set(name, face);
  return face;
}
function faceOf(part: string, weight: Weight): Face {
  const name = `${part}-${weight}`;
  return faceIn(name, new URL(`files/noto-sans-sc-${name}-normal.woff`, folder));
}

/** Which small file has which characters, as the package says: `U+3400-34ff, U+4e00`. */
let ranges: [part: string, from: number, to: number][] | undefined;
function rangesOfParts() {
  const parts = JSON.parse(readFileSync(new URL('unicode.json', folder), 'utf8')) as Record<string, string>;
  return Object.entries(parts).flatMap(([part, list]) =>
    list.split(',').map((range): [string, number, number] => {
      const [from, to = from] = range.trim().slice(2).split('-') as [string, string?];
      return [part.replace(/[[\]]/g, ''), Number.parseInt(from, 16), Number.parseInt(to, 16)];
    }),
  );
}

/** Of a size: from the top of a line to where its letters stand, whichever fonts they are of. */
export function ascent(): number {
  const { ascent, unitsPerEm } = faceOf(MAIN, 400).font;
  return ascent / unitsPerEm;
}

const has = (face: Face, codePoint: number) => face.font.hasGlyphForCodePoint(codePoint);

/** The font that has a character; undefined if none has. */
export function faceFor(character: string, weight: Weight): Face | undefined {
  const codePoint = character.codePointAt(0)!;
  const main = faceOf(MAIN, weight);
  if (has(main, codePoint)) return main;
  ranges ??= rangesOfParts();
  for (const [part, from, to] of ranges)
    if (from <= codePoint && codePoint <= to) {
      const face = faceOf(part, weight);
      if (has(face, codePoint)) return face;
    }
  const last = faceIn(fallback.name, fallback.file);
  return has(last, codePoint) ? last : undefined;
}

/**
 * The characters of texts that no font has, each once, and the texts that have them.
 *
 * @example
 * ```ts
 * missingIn(['优胜项目部', '王𠮷', '李🙂']); // → { characters: ['🙂'], texts: ['李🙂'] }
 * ```
 */
export function missingIn(texts: Iterable<string>): { characters: string[]; texts: string[] } {
  const characters = new Set<string>();
  const found = new Set<string>();
  for (const text of texts)
    for (const character of text)
      if (character !== '\n' && !(faceFor(character, 400) && faceFor(character, 700))) {
        characters.add(character);
        found.add(text);
      }
  return { characters: [...characters], texts: [...found] };
}

/** Printers set it for a character that their type case lacks. */
const SUBSTITUTE = '〓';
/**
 * A text with 〓 for each character that no font has, as blocks print it.
 *
 * @example
 * ```ts
 * printable('李🙂'); // → '李〓'
 * ```
 */
export const printable = (text: string): string =>
  [...text].map((character) => (missingIn([character]).characters.length > 0 ? SUBSTITUTE : character)).join('');
