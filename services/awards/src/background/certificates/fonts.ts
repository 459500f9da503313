// The fonts of certificates: Noto Sans SC, of which the common characters are in one file and the rare ones in many small ones.
// Whoever prints asks first which characters none of them has: a PDF would show those as blanks.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import { unwrapped } from './woff.ts';

/** A font by the name under which a document embeds it. */
export interface Face {
  name: string;
  font: Font;
}
type Weight = 400 | 700;
const MAIN = 'chinese-simplified';
const folder = new URL('./', import.meta.resolve('@fontsource/noto-sans-sc/package.json'));
const faces = new Map<string, Face>();

function faceOf(part: string, weight: Weight): Face {
  const name = `${part}-${weight}`;
  const known = faces.get(name);
  if (known) return known;
  const file = new URL(`files/noto-sans-sc-${name}-normal.woff`, folder);
  const face = { name, font: create(unwrapped(readFileSync(fileURLToPath(file)))) as Font };
  faces.set(name, face);
  return face;
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
  return undefined;
}

/** The characters of texts that cannot be printed, each once, and the texts that have them. */
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
