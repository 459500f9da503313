// Looks for what no output may hold of anybody: identity numbers, telephone numbers and bank cards, by their forms and check digits.

/** What a text may hold, by kind. */
export type NumberKind = 'identity' | 'phone' | 'bankCard';

/** Words of digits only: identifiers, hashes and fractions are none. */
const WORD = /(?<![\w.-])(?:\d{11,19}|\d{17}[\dXx])(?![\w-]|\.\d)/g;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** GB 11643: region, day of birth, and a check character. */
function isIdentity(word: string): boolean {
  if (!/^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(word)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(word[at]), 0);
  return CHECKS[sum % 11] === word.at(-1)!.toUpperCase();
}
/** UnionPay, Visa and MasterCard, by Luhn's check digit. */
function isBankCard(word: string): boolean {
  if (!/^(?:62\d{14,17}|[45]\d{15})$/.test(word)) return false;
  const digits = [...word].reverse().map(Number);
  const sum = digits.reduce((total, digit, at) => {
    const twice = digit * 2;
    return total + (at % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}

/**
 * The kinds of numbers that stand in a text.
 * @example
 * ```ts
 * numbersIn('身份证 11010519491231002X，电话 13800138000'); // → ['identity', 'phone']
 * numbersIn('卡号 6222021234567890128'); // → ['bankCard']
 * numbersIn('11010519491231002Y 1795959492721 8f14e45f-ceea-867a-9c0b-138001380001'); // → []
 * ```
 */
export const numbersIn = (text: string): NumberKind[] =>
  (text.match(WORD) ?? []).flatMap((word): NumberKind[] => [
    ...(isIdentity(word) ? (['identity'] as const) : []),
    ...(/^1[3-9]\d{9}$/.test(word) ? (['phone'] as const) : []),
    ...(isBankCard(word) ? (['bankCard'] as const) : []),
  ]);
