// What a certificate looks like and what it says, before anything is drawn.
import type { CertificateLayout } from '@jiangong/contracts';

export type Look = Pick<CertificateLayout, 'paper' | 'orientation' | 'border' | 'texts' | 'qr' | 'seal'>;
/** What a certificate says: the words of its texts, and the address in its QR code. */
export interface Content {
  words: Readonly<Record<string, string>>;
  link: string;
}

const BRACED = /\{(\w+)\}/g;
/** A text of the layout with its words filled in. */
export const filled = (text: string, words: Content['words']) =>
  text.replace(BRACED, (_, word: string) => words[word] ?? '');
/** The words in braces that a layout uses. */
export const wordsOf = ({ texts }: Pick<Look, 'texts'>) => [
  ...new Set(texts.flatMap(({ text }) => [...text.matchAll(BRACED)].map(([, word]) => word!))),
];
