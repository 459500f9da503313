/** What can be wrong with an instance, in Chinese and English, with the place where it is (a JSON pointer). */

const titles = {
  'unreadable-file': ['文件无法读取', 'The file cannot be read'],
  'malformed-json': ['不是有效的 JSON', 'Not valid JSON'],
  'wrong-usage': ['命令用法有误', 'Wrong usage'],
  'unknown-mode': ['没有这种模式', 'No such mode'],
  'not-an-object': ['内容不是对象', 'Not an object'],
  'missing-list': ['缺少列表', 'A list is missing'],
  'faulty-entry': ['条目格式有误', 'A faulty entry'],
  'faulty-id': ['编号有误', 'A faulty id'],
  'repeated-studio': ['工作室重复', 'A studio listed twice'],
  'faulty-capacity': ['容量有误', 'A faulty capacity'],
  'unknown-studio': ['没有这个工作室', 'No such studio'],
  'pair-with-itself': ['工作室与自己结对', 'A studio paired with itself'],
  'repeated-pair': ['结对重复', 'A pair listed twice'],
  'faulty-weight': ['权重有误', 'A faulty weight'],
  'weights-too-large': ['权重之和过大', 'The weights are too large'],
  'kept-not-listed': ['保留的结对未列出', 'A kept pair is not listed'],
  'kept-twice': ['保留的结对重复', 'A pair kept twice'],
  'kept-and-forbidden': ['结对既保留又禁止', 'A pair both kept and forbidden'],
  'kept-beyond-capacity': ['保留的结对超出容量', 'Kept pairs beyond a capacity'],
} as const satisfies Record<string, readonly [string, string]>;

/** What can be wrong with an instance; also the `type` of the problem document. */
export type FaultType = keyof typeof titles;

/** All fault types. */
export const faultTypes = Object.keys(titles) as FaultType[];

/** A problem document (RFC 9457) in Chinese and English. */
export interface Fault {
  readonly type: FaultType;
  readonly title: string;
  readonly titleEn: string;
  readonly status: 422;
  readonly detail: string;
  readonly detailEn: string;
  /** JSON pointer into the instance */
  readonly at: string;
}

/**
 * Makes a problem document (RFC 9457). `at` is a JSON pointer (RFC 6901) into the instance. Never throws.
 *
 * @example
 * ```ts
 * fault('faulty-weight', '/pairs/0/weight', '应为整数。', 'An integer is expected.').titleEn; // → 'A faulty weight'
 * ```
 */
export function fault(type: FaultType, at: string, detail: string, detailEn: string): Fault {
  const [title, titleEn] = titles[type];
  return { type, title, titleEn, status: 422, detail, detailEn, at };
}
