// The difference of two versions in words, sorted by what a change can move. Nodes are matched by id.
import { canonical } from '../canonical.ts';
import { wording } from '../explain/render.ts';
import { segment } from '../refusal.ts';
import type { Scheme } from '../schema/scheme.ts';
import type { Text } from '../schema/text.ts';
import { type Effect, GOVERNING, WORDS } from './words.ts';

/** One difference between two versions, in words, with what it can change. */
export interface Change {
  effect: Effect;
  kind: 'added' | 'removed' | 'changed' | 'reordered';
  /** JSON pointer into the later version; for what was removed, into the earlier one. */
  at: string;
  zh: string;
  en: string;
}

type Plain = Record<string, unknown>;
interface Place {
  at: string;
  /** The nearest label above. */
  label: Text | undefined;
  keys: readonly string[];
}

const ORDER: readonly Effect[] = ['scores', 'places', 'honours', 'wording'];
/** Lists whose order means something: the first honour is granted first, the last period is the last. */
const ORDERED: readonly string[] = ['honours', 'periods'];

/**
 * Changes from `a` to `b`: those that can change scores first, then places, honours, wording. Nodes are matched by id; the
 * version number itself is no change. Never throws on parsed schemes.
 *
 * @example
 * ```ts
 * const scheme = parseScheme(templates['wu-bi-wu-sai']!);
 * const later = { ...scheme, title: '新标题' };
 * diff(scheme, later).map((c) => [c.effect, c.kind, c.at]); // → [['wording', 'changed', '/title']]
 * ```
 */
export function diff(a: Scheme, b: Scheme): Change[] {
  const changes: Change[] = [];
  compare(a, b, { at: '', label: undefined, keys: [] }, changes);
  return changes.sort((x, y) => ORDER.indexOf(x.effect) - ORDER.indexOf(y.effect));
}

function compare(a: unknown, b: unknown, place: Place, changes: Change[]): void {
  if (canonical(a ?? null) === canonical(b ?? null)) return;
  const key = place.keys.at(-1) ?? '';
  if (identified(a) && identified(b)) compareLists(a, b, place, changes);
  else if (key !== 'label' && isPlain(a) && isPlain(b)) compareObjects(a, b, place, changes);
  else changes.push(changed(a, b, place));
}

function compareObjects(a: Plain, b: Plain, place: Place, changes: Change[]): void {
  const label = (a.label as Text | undefined) ?? (a.title as Text | undefined) ?? place.label;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (place.at === '' && (key === 'version' || key === 'language')) continue;
    const from = a[key];
    const to = b[key];
    const below = { at: `${place.at}/${segment(key)}`, label, keys: [...place.keys, key] };
    const listed = identified(from) || identified(to);
    if (listed) compareLists(identified(from) ? from : [], identified(to) ? to : [], below, changes);
    else compare(from, to, below, changes);
  }
}

function compareLists(a: Named[], b: Named[], place: Place, changes: Change[]): void {
  for (const [i, item] of a.entries()) {
    if (!b.some((other) => other.id === item.id)) changes.push(listed('removed', item, `${place.at}/${i}`, place));
  }
  for (const [i, item] of b.entries()) {
    const at = `${place.at}/${i}`;
    const before = a.find((other) => other.id === item.id);
    if (before) compareObjects(before, item, { ...place, at, label: before.label ?? place.label }, changes);
    else changes.push(listed('added', item, at, place));
  }
  if (!ORDERED.includes(place.keys.at(-1) ?? '')) return;
  const common = (x: Named[], y: Named[]) => x.filter((i) => y.some((j) => j.id === i.id)).map((i) => i.id);
  const [from, to] = [common(a, b).join('、'), common(b, a).join('、')];
  if (from === to) return;
  const { zh, en } = named(place);
  changes.push({
    effect: effectOf(place.keys),
    kind: 'reordered',
    at: place.at,
    zh: `${zh}顺序：${from} → ${to}`,
    en: `order of ${en}: ${from} → ${to}`,
  });
}

function changed(a: unknown, b: unknown, place: Place): Change {
  const kind = a === undefined ? 'added' : b === undefined ? 'removed' : 'changed';
  const { zh, en } = named(place);
  return {
    effect: effectOf(place.keys),
    kind,
    at: place.at,
    zh: `${place.label ? `“${wording(place.label, 'zh')}”` : ''}${zh}：${said(a, 'zh')} → ${said(b, 'zh')}`,
    en: `${place.label ? `“${wording(place.label, 'en')}” ` : ''}${en}: ${said(a, 'en')} → ${said(b, 'en')}`,
  };
}

function listed(kind: 'added' | 'removed', item: Named, at: string, place: Place): Change {
  const points = typeof item.points === 'number' ? item.points : undefined;
  const { zh, en } = named(place);
  const label = item.label ?? item.id;
  return {
    effect: effectOf(place.keys),
    kind,
    at,
    zh: `${zh}：${kind === 'added' ? '新增' : '删去'}“${wording(label, 'zh')}”${points === undefined ? '' : `（${points} 分）`}`,
    en: `${en}: “${wording(label, 'en')}” ${kind}${points === undefined ? '' : ` (${points} points)`}`,
  };
}

/** What governs the whole path, else what its last known key moves. */
function effectOf(keys: readonly string[]): Effect {
  const governing = keys.find((key) => GOVERNING.includes(key));
  const last = keys.findLast((key) => WORDS[key] !== undefined);
  const own = last === undefined ? 'scores' : (WORDS[last]?.effect ?? 'scores');
  return own === 'wording' || governing === undefined ? own : (WORDS[governing]?.effect ?? own);
}

function named(place: Place): { zh: string; en: string } {
  const key = place.keys.at(-1) ?? '';
  if (key === 'take' && place.keys.includes('honours')) return { zh: '名额', en: 'seats' };
  return WORDS[key] ?? { zh: key, en: key };
}

function said(value: unknown, language: 'zh' | 'en'): string {
  if (value === undefined) return language === 'zh' ? '无' : 'none';
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
  if (isPlain(value) && typeof value.zh === 'string') return wording(value as Text, language);
  if (Array.isArray(value) && value.every((v) => typeof v !== 'object')) return value.join('、');
  if (Array.isArray(value) && value.every(isPlain)) return value.map(brief).join('、');
  return typeof value === 'object' ? canonical(value) : String(value);
}

/** Conditions and steps as people write them. */
function brief(value: Plain): string {
  const { figure, atLeast, below, from, points } = value;
  if (figure !== undefined) return atLeast === undefined ? `${figure} < ${below}` : `${figure} ≥ ${atLeast}`;
  return from !== undefined && points !== undefined ? `≥ ${from}: ${points}` : canonical(value);
}

type Named = Plain & { id: string; label?: Text };

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list of things with ids, which are matched by id and not by position. */
function identified(value: unknown): value is Named[] {
  return Array.isArray(value) && value.length > 0 && value.every((v) => isPlain(v) && typeof v.id === 'string');
}
