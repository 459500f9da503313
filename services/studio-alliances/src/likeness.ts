// How much two outputs are alike: by code, by title, or by the terms that pairing compares studios by.
import type { DuplicateAnswer } from '@jiangong/contracts';
import { termsOf } from '@jiangong/pairing';
import { sameTitle } from './duty-rules.ts';

interface Text {
  title: string;
  code?: string | undefined;
  summary?: string | undefined;
}
/** From here on a person has to look. */
export const ALIKE = 55;

/** Twice the shared terms in all terms of both, of 100. */
function share(one: string | undefined, other: string | undefined): number {
  const [a, b] = [termsOf([one ?? '']), new Set(termsOf([other ?? '']))];
  const all = a.length + b.size;
  return a.length === 0 || b.size === 0 ? 0 : Math.floor((200 * a.filter((term) => b.has(term)).length) / all);
}

export function likeness(one: Text, other: Text): Pick<DuplicateAnswer, 'percent' | 'by'> {
  if (one.code && other.code && sameTitle(one.code) === sameTitle(other.code)) return { percent: 100, by: 'code' };
  if (sameTitle(one.title) === sameTitle(other.title)) return { percent: 100, by: 'title' };
  const [title, summary] = [share(one.title, other.title), share(one.summary, other.summary)];
  return title >= summary ? { percent: title, by: 'title' } : { percent: summary, by: 'summary' };
}
