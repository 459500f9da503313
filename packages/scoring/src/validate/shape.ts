// A document of the wrong shape: zod's issues as findings, at the innermost place that is wrong.
import type { z } from 'zod';
import { segment } from '../refusal.ts';
import type { Finding } from './finding.ts';
import { finding } from './messages.ts';

type Issue = z.core.$ZodIssue;

/** Of the forms that a value could have had, the one that it comes closest to says what is wrong. */
export function specific(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const depth = (list: readonly Issue[]) => Math.max(0, ...list.map((i) => i.path.length));
  const branches = issue.errors.filter((list) => list.length > 0 && !list.some(isOtherKind));
  const [closest] = branches.sort((a, b) => depth(b) - depth(a) || a.length - b.length);
  if (!closest) return [issue];
  return closest.flatMap((inner) => specific({ ...inner, path: [...issue.path, ...inner.path] }));
}

const isOtherKind = (issue: Issue) => issue.code === 'invalid_type' && issue.path.length === 0;

export function shape(issue: z.core.$ZodIssue): Finding {
  const at = issue.path.map((p) => `/${segment(String(p))}`).join('');
  return finding('shape', at, { problem: problem(issue), english: issue.message });
}

/** zod speaks English; the kinds of mistake are few. */
function problem(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `应为 ${issue.expected}`;
    case 'too_small':
      return `太小或太少，至少 ${issue.minimum}`;
    case 'too_big':
      return `太大或太多，至多 ${issue.maximum}`;
    case 'unrecognized_keys':
      return `没有这样的键：${issue.keys.join('、')}`;
    case 'invalid_format':
      return '写法不对';
    case 'invalid_value':
      return `应为其中之一：${issue.values.map(String).join('、')}`;
    case 'invalid_union':
      return '不符合任何一种写法';
    case 'custom':
      return '数字最多四位小数，且在允许范围内';
    default:
      return '内容不对';
  }
}
