// What makes a password easy to guess: too short, common, made of runs and repetitions, or of its owner's name.
import { type Refusal, refuse } from '@jiangong/contracts';

const SHORTEST = 10;
/** Characters that do not follow from the one before. */
const SURPRISES = 5;
/** Words that many people choose, however they are written and whatever digits stand around them. */
const COMMON = new Set(
  (
    'password passwort pass passwd admin administrator root user guest test testing login welcome letmein master manager ' +
    'iloveyou loveyou woaini woaiwo wodemima mima woshishui shouji zhongguo china beijing shanghai gonghui jiangong jiangongjituan ' +
    'monkey dragon football baseball sunshine princess superman batman computer internet secret changeme default qwerty asdf zxcv ' +
    'abc abcd aa aaa qq qaz wsx 密码 我爱你 管理员 建功 北京 中国 工会 建工 建工集团'
  ).split(' '),
);
/** Neighbouring keys, in rows, columns and zigzag. */
const KEYS = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '1q2w3e4r5t6y7u8i9o0p',
];
const LEET: Record<string, string> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const NEXT = new Set(KEYS.flatMap((row) => [...row].slice(1).flatMap((key, at) => [row[at]! + key, key + row[at]!])));

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

function follows(before: string, after: string): boolean {
  return Math.abs(before.codePointAt(0)! - after.codePointAt(0)!) <= 1 || NEXT.has(before + after);
}
function surprises(characters: readonly string[]): number {
  const fresh = characters.filter((each, at) => at === 0 || !follows(characters[at - 1]!, each));
  return Math.min(fresh.length, new Set(characters).size);
}
/** The word inside digits and signs, and with signs read as the letters they stand for. */
function words(text: string): string[] {
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const read = [...text.replace(/[^\p{L}]+$/u, '')].map((each) => LEET[each] ?? each).join('');
  return [core, read];
}

/**
 * @param names of its owner
 * @param at where it stands in the request
 */
export function weakness(password: string, names: readonly string[], at = '/body/password'): Refusal | undefined {
  const text = plain(password);
  const characters = [...text];
  const fault = (zh: string, en: string) => refuse('weak-password', { errors: [{ at, zh, en }] });
  if (characters.length < SHORTEST)
    return fault(`密码至少 ${SHORTEST} 个字`, `a password has at least ${SHORTEST} characters`);
  // Telephone, identity card and account numbers, dates.
  if (/^[\d\s:./+-]+x?$/.test(text) && characters.length < 19)
    return fault('密码不能只有数字', 'a password has more than digits');
  const part = /^(.+?)\1+$/u.exec(text)?.[1];
  if (surprises(characters) < SURPRISES || (part !== undefined && [...part].length < SHORTEST))
    return fault('密码不能由连续或重复的字符组成', 'a password is no run of neighbours or repetitions');
  for (const name of names.map(plain))
    if (name.length > 1 && surprises([...text.replaceAll(name, '')]) < SURPRISES)
      return fault('密码不能是用户名或姓名', 'a password is not its owner’s name');
  if (words(text).some((word) => COMMON.has(word)))
    return fault('密码过于常见', 'this password is one of the most common');
  return undefined;
}
