/**
 * Cuts text into the terms that studios are compared by: Chinese into overlapping pairs of characters, Latin words and codes
 * (GB/T, 5G, C++, Q345B) kept whole and in lower case. Everything else separates. No dictionary and no locale.
 */

const HAN = 1;
const WORD = 2;
const INNER = 3; // joins two word characters, stands for nothing by itself

function kind(c: number): number {
  if (c < 0x80) {
    if ((c >= 48 && c <= 57) || (c >= 97 && c <= 122)) return WORD;
    if (c === 0x2b || c === 0x23) return WORD; // + #
    return c === 0x2d || c === 0x2e || c === 0x2f || c === 0x5f ? INNER : 0; // - . / _
  }
  if ((c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0xf900 && c <= 0xfaff)) return HAN;
  if (c >= 0x20000 && c <= 0x323af) return HAN;
  return (c >= 0xc0 && c <= 0x24f && c !== 0xd7 && c !== 0xf7) || (c >= 0x370 && c <= 0x52f) ? WORD : 0;
}

/** Full-width forms become the plain ones, capitals become small. */
function plain(c: number): number {
  const half = c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c;
  return half >= 65 && half <= 90 ? half + 32 : half;
}

/** True for a term of two Chinese characters (or a single one standing alone). */
export const isHan = (term: string): boolean => kind(term.codePointAt(0)!) === HAN;

/**
 * The different terms of some phrases, in the order of their first appearance.
 *
 * @example
 * ```ts
 * termsOf(['回弹补偿', 'Q345B 回弹']); // → ['回弹', '弹补', '补偿', 'q345b']
 * ```
 */
export function termsOf(phrases: readonly string[]): string[] {
  const found = new Set<string>();
  for (const phrase of phrases) cut(phrase, found);
  return [...found];
}

function cut(phrase: string, found: Set<string>): void {
  let before = ''; // the Han character just read, if any
  let alone = false;
  let word = '';
  let joint = '';
  const endHan = () => {
    if (alone) found.add(before);
    before = '';
    alone = false;
  };
  const endWord = () => {
    if (word !== '') found.add(word);
    word = '';
    joint = '';
  };
  for (const character of phrase) {
    const c = plain(character.codePointAt(0)!);
    const k = kind(c);
    if (k !== HAN && before !== '') endHan();
    if (k === HAN) {
      endWord();
      if (before !== '') found.add(before + character);
      alone = before === '';
      before = character;
    } else if (k === WORD) {
      word += joint + (c < 0x80 ? String.fromCharCode(c) : character.toLowerCase());
      joint = '';
    } else if (k === INNER && word !== '' && joint === '') joint = String.fromCharCode(c);
    else endWord();
  }
  endHan();
  endWord();
}
