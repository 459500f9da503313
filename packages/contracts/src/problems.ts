// The registry of problems: one table from a refusal's code to the text the user reads.
import { awardsProblems } from './awards/problems.ts';
import { personProblems } from './competitions/person-problems.ts';
import { competitionsProblems } from './competitions/problems.ts';
import { consoleProblems } from './console/problems.ts';
import { pointsProblems } from './contests/points-problems.ts';
import { contestsProblems } from './contests/problems.ts';
import { fileProblems } from './files.ts';
import { valueLabels } from './labels/values.ts';
import { generalProblems, type Problem, type ProblemDefinition } from './problem.ts';
import { quarterlyChecksProblems } from './quarterly-checks/problems.ts';
import type { Actor, Role } from './roles.ts';
import { studioAlliancesProblems } from './studio-alliances/problems.ts';
import type { Refusal } from './vocabulary.ts';

/** Every problem that a user can meet, by its code: the last part of its `type`. */
export const problems = {
  ...generalProblems,
  ...fileProblems,
  ...consoleProblems,
  ...competitionsProblems,
  ...personProblems,
  ...quarterlyChecksProblems,
  ...contestsProblems,
  ...pointsProblems,
  ...studioAlliancesProblems,
  ...awardsProblems,
};
/** The code of a problem. */
export type ProblemCode = keyof typeof problems;

/**
 * That somebody has none of the roles that may.
 * @example
 * ```ts
 * refuseRole(['finance']).params; // → { roles: ['finance'], rolesZh: ['财务'] }
 * ```
 */
export const refuseRole = (roles: readonly Role[]): Refusal =>
  refuse('forbidden', { roles, rolesZh: roles.map((role) => valueLabels.role[role]) });

/**
 * The same for whoever acts, as a rule needs it; undefined if one of the roles is there.
 * @example
 * ```ts
 * withoutRole({ roles: ['finance'] }, 'organiser')?.refused; // → 'forbidden'
 * ```
 */
export const withoutRole = ({ roles }: Pick<Actor, 'roles'>, ...needed: Role[]): Refusal | undefined =>
  needed.some((role) => roles.includes(role)) ? undefined : refuseRole(needed);

/**
 * A refusal as a value. `params` fill the `{…}` of the problem's sentences.
 * @example
 * ```ts
 * refuse('already-exists', { what: '一公司' }); // → { refused: 'already-exists', params: { what: '一公司' } }
 * ```
 */
export const refuse = (code: ProblemCode, params: Record<string, unknown> = {}): Refusal => ({ refused: code, params });

/**
 * What is wrong with one field of a row of an import, where only its service can know it.
 * @example
 * ```ts
 * rowFault('unit', '没有这个单位', 'no such unit').refused; // → 'malformed-request'
 * ```
 */
export const rowFault = (key: string, zh: string, en: string): Refusal =>
  refuse('malformed-request', { errors: [{ at: `/row/${key}`, zh, en }] });

/**
 * The problem details of a refusal: what goes over the wire.
 * @example
 * ```ts
 * describe(refuse('already-exists', { what: '一公司' })).detail; // → '一公司 已经登记，无需重复登记。'
 * ```
 */
export function describe(refusal: Refusal, instance?: string): Problem {
  const known: ProblemDefinition = problems[refusal.refused as ProblemCode];
  const { errors, ...params } = refusal.params;
  return {
    type: `/problems/${refusal.refused}`,
    title: known.title[0],
    titleEn: known.title[1],
    status: known.status,
    detail: filled(known.detail[0], params, chinese),
    detailEn: filled(known.detail[1], params, english),
    ...(instance ? { instance } : {}),
    ...(Object.keys(params).length ? { params } : {}),
    ...(errors ? { errors: errors as Problem['errors'] } : {}),
  };
}

interface Language {
  /** Between the members of a list. */
  comma: string;
  /** A value with the punctuation of the sentence around it. */
  punctuated(value: string): string;
  /** In place of ids, which mean nothing to people. */
  records(count: number): string;
}
const chinese: Language = {
  comma: '、',
  punctuated: (value) => value,
  records: (count) => (count === 1 ? '这条记录' : `${count} 条记录`),
};
const latin: Record<string, string> = {
  '（': ' (',
  '）': ')',
  '、': ', ',
  '，': ', ',
  '；': '; ',
  '：': ': ',
  '。': '. ',
};
const english: Language = {
  comma: ', ',
  punctuated: (value) => value.replace(/[（）、，；：。]/g, (mark) => latin[mark]!).trim(),
  records: (count) => (count === 1 ? 'this record' : `${count} records`),
};
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** Where a refusal has no label of a value (`criterionLabel`, `stateZh`), the value itself is shown. */
function filled(template: string, params: Record<string, unknown>, { comma, punctuated, records }: Language): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? params[name.replace(/(?:Labels?|Zh|En)$/, '')] ?? '';
    const texts = [value].flat().map(String);
    const named = texts.filter((text) => !UUID.test(text));
    const ids = texts.length - named.length;
    return [...named.map(punctuated), ...(ids > 0 ? [records(ids)] : [])].join(comma);
  });
}
