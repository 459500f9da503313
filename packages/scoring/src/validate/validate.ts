// Everything that is wrong or odd in a scheme document, all at once: never throws, for any document.
import { MAX_DEPTH, MAX_VALUES, readScheme } from '../schema/parse.ts';
import type { Scheme } from '../schema/scheme.ts';
import { checkCriteria } from './criteria.ts';
import { checkFigures } from './figures.ts';
import type { Finding } from './finding.ts';
import { checkGroups } from './groups.ts';
import { checkLanguage } from './language.ts';
import { finding } from './messages.ts';
import { checkNames } from './names.ts';
import { shape, specific } from './shape.ts';
import { checkSheets } from './sheets.ts';
import { survey } from './site.ts';
import { checkStages } from './stages.ts';
import { checkWording } from './wording.ts';

/** More findings than anybody reads; the rest is left out. */
const MOST = 500;

/**
 * Checks a document of any shape and never throws. Returns at most 500 findings: errors first, then warnings, each in the order
 * of the rules; `at` is a JSON pointer (RFC 6901).
 *
 * @example
 * ```ts
 * validate(templates['wu-bi-wu-sai']).filter((f) => f.severity === 'error'); // → []
 * validate({}).every((f) => f.severity === 'error'); // → true
 * ```
 */
export function validate(document: unknown): Finding[] {
  const read = readScheme(document);
  if ('bound' in read) {
    const { code } = read.bound;
    return [finding(code, '', { limit: code === 'too-deep' ? MAX_DEPTH : MAX_VALUES })];
  }
  if ('issues' in read) return read.issues.flatMap(specific).slice(0, MOST).map(shape);
  return validateScheme(read.scheme);
}

/** The rules that only a parsed scheme can break. */
export function validateScheme(scheme: Scheme): Finding[] {
  const site = survey(scheme);
  const rules = [
    checkLanguage,
    checkNames,
    checkCriteria,
    checkSheets,
    checkFigures,
    checkStages,
    checkGroups,
    checkWording,
  ];
  const found = distinct(rules.flatMap((rule) => rule(site)));
  const errors = found.filter((f) => f.severity === 'error');
  const warnings = found.filter((f) => f.severity === 'warning');
  return [...errors, ...warnings].slice(0, MOST);
}

/** A sheet shared by several stages says the same thing once. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((f) => {
    const key = `${f.code} ${f.at} ${f.en}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
