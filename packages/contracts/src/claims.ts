// Names that claim the nation's authority: nobody may use them without an approval to refer to.
import { refuse } from './problems.ts';
import type { Refusal } from './vocabulary.ts';

const CLAIM = /国家|中国|全国/;

/**
 * Why a competition or an honour cannot be called so, at any level: its name says 国家, 中国 or 全国, and no approval is named.
 * @example
 * ```ts
 * unapproved('2024年劳动竞赛', undefined); // → undefined
 * unapproved('全国劳动竞赛', '国评组函〔2024〕7号'); // → undefined
 * unapproved('中 国劳动竞赛', undefined); // → refuse('name-not-approved', { name: '中 国劳动竞赛', claim: '中国' })
 * ```
 */
export function unapproved(name: string, approval: string | undefined): Refusal | undefined {
  const [claim] = CLAIM.exec(name.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')) ?? [];
  return claim !== undefined && approval === undefined ? refuse('name-not-approved', { name, claim }) : undefined;
}
