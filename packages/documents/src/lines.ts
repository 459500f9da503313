// Texts in lines: Chinese breaks between any two characters, but no line begins with a closing mark or ends with an opening one.
import { type Face, faceFor, type Weight } from './fonts.ts';

/** Characters of one font, one after the other. */
export interface Run {
  face: Face;
  text: string;
}
/** What fits in a width of one text. */
export interface Line {
  runs: Run[];
  /** In points. */
  width: number;
}
const NEVER_FIRST = /^[，。、；：？！）》〉」』】〕”’％,.;:?!)\]}%…—·]$/u;
const NEVER_LAST = /^[（《〈「『【〔“‘([{]$/u;
const IN_WORD = /^[0-9A-Za-z]$/;

/** Texts that stay together: a word of Latin letters or digits, a mark with what it belongs to. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let last = '';
  for (const character of text) {
    const isJoined =
      pieces.length > 0 &&
      (NEVER_FIRST.test(character) || NEVER_LAST.test(last) || (IN_WORD.test(character) && IN_WORD.test(last)));
    if (isJoined) pieces[pieces.length - 1] += character;
    else pieces.push(character);
    last = character;
  }
  return pieces;
}

function runsOf(text: string, weight: Weight): Run[] {
  const runs: Run[] = [];
  for (const character of text) {
    const face = faceFor(character, weight);
    if (!face) throw new Error(`no font has ${character}`);
    const last = runs.at(-1);
    if (last?.face === face) last.text += character;
    else runs.push({ face, text: character });
  }
  return runs;
}
/** Character by character: what kerning saves is not worth laying out each piece. */
const widthOf = (runs: readonly Run[], size: number) =>
  runs.reduce((sum, { face: { font }, text }) => {
    const advance = [...text].reduce((all, c) => all + font.glyphForCodePoint(c.codePointAt(0)!).advanceWidth, 0);
    return sum + (advance / font.unitsPerEm) * size;
  }, 0);

/**
 * The lines that a text takes in a width, in points. It must have no character that `missingIn` names.
 *
 * @example
 * ```ts
 * const lines = linesOf('岗位立功。创效', 400, 10, 40);
 * lines.map(({ runs }) => runs.map(({ text }) => text).join('')); // → ['岗位立', '功。创效']
 * ```
 */
export function linesOf(text: string, weight: Weight, size: number, width: number): Line[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [''];
    let used = 0;
    for (const piece of piecesOf(paragraph)) {
      const wide = widthOf(runsOf(piece, weight), size);
      if (used > 0 && used + wide > width) {
        lines.push('');
        used = 0;
      }
      lines[lines.length - 1] += piece;
      used += wide;
    }
    return lines.map((line) => {
      const runs = runsOf(line, weight);
      return { runs, width: widthOf(runs, size) };
    });
  });
}
