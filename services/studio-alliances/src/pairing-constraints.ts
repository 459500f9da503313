// What people wish of a run: pairs kept and forbidden, and who leads; what contradicts itself is refused before anything runs.
import { type Refusal, refuse, type StudioAnswer } from '@jiangong/contracts';
import type { PairingOrder } from './pairing.ts';
import { freePlaces } from './profiles.ts';

export type Couple = [string, string];
export type PairingConstraints = Pick<PairingOrder, 'mode' | 'kept' | 'forbidden' | 'leaders'>;

export const coupleKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);
/** At most so many are named in a refusal. */
const named = 20;

export function faultOf(studios: readonly StudioAnswer[], wish: PairingConstraints): Refusal | undefined {
  if (studios.length < 2) return refuse('pairing-too-small', { count: studios.length });
  const byId = new Map(studios.map((s) => [s.studio, s]));
  const nameOf = (id: string) => byId.get(id)?.name ?? id;
  const leading = wrongLeaders(byId, wish);
  if (leading.length) return refuse('pairing-leaders', { studios: leading.slice(0, named).map(nameOf) });
  const couples = wrongCouples(byId, wish).slice(0, named);
  return couples.length
    ? refuse('pairing-conflict', { pairs: couples.map((c) => c.map(nameOf).join('—')) })
    : undefined;
}

function wrongLeaders(byId: Map<string, StudioAnswer>, { leaders }: PairingConstraints): string[] {
  const ids = leaders.map(({ studio }) => studio);
  const wrong = ids.filter((id, at) => {
    const studio = byId.get(id);
    return !studio || freePlaces(studio) === 0 || ids.indexOf(id) !== at;
  });
  return wrong.length === 0 && ids.length === byId.size ? ids : wrong;
}

/** A pair takes two different studios of the run, is listed once, and kept ones fit: in places, and in who leads. */
function wrongCouples(byId: Map<string, StudioAnswer>, { kept, forbidden, leaders }: PairingConstraints): Couple[] {
  const members = new Map(leaders.map(({ studio, members }) => [studio, members]));
  const room = (id: string) => {
    const free = freePlaces(byId.get(id)!);
    return leaders.length === 0 ? free : (members.get(id) ?? Math.min(1, free));
  };
  const seen = new Set<string>();
  const used = new Map<string, number>();
  return [...kept, ...forbidden].filter(([a, b], at) => {
    const known = a !== b && byId.has(a) && byId.has(b) && !seen.has(coupleKey(a, b));
    seen.add(coupleKey(a, b));
    if (!known || at >= kept.length) return !known;
    if (leaders.length > 0 && members.has(a) === members.has(b)) return true;
    const isFit = [a, b].every((s) => (used.get(s) ?? 0) < room(s));
    if (isFit) for (const s of [a, b]) used.set(s, (used.get(s) ?? 0) + 1);
    return !isFit;
  });
}

/** Inherited wishes that fit no longer are set aside: couples in order, as far as places and leaders allow. */
export function setAside(
  studios: readonly StudioAnswer[],
  wish: Pick<PairingConstraints, 'kept' | 'forbidden' | 'leaders'>,
  said: Pick<PairingConstraints, 'kept' | 'forbidden'>,
): { kept: Couple[]; forbidden: Couple[]; aside: Couple[] } {
  const byId = new Map(studios.map((s) => [s.studio, s]));
  const own = new Set([...said.kept, ...said.forbidden].map((c) => coupleKey(...c)));
  const isSaid = (couple: Couple) => own.has(coupleKey(...couple));
  const forbidden = wish.forbidden.filter((c) => isSaid(c) || c.every((id) => byId.has(id)));
  // What is said now comes first, and is refused where it does not fit.
  const kept = [...wish.kept.filter(isSaid), ...wish.kept.filter((c) => !isSaid(c))];
  const unfit = new Set(wrongCouples(byId, { ...wish, mode: 'best', kept, forbidden: [] }));
  const isAside = (couple: Couple) => unfit.has(couple) && !isSaid(couple);
  return { kept: kept.filter((c) => !isAside(c)), forbidden, aside: kept.filter(isAside) };
}

/** Studios that sit in one alliance already are no news to each other. */
export function partnersNow(studios: readonly StudioAnswer[]): Couple[] {
  const members = new Map<string, string[]>();
  for (const s of studios)
    for (const { alliance } of s.places) members.set(alliance, [...(members.get(alliance) ?? []), s.studio]);
  return [...members.values()].flatMap((m) => m.flatMap((a, at) => m.slice(at + 1).map((b): Couple => [a, b])));
}

/** A run after another: accepted is kept and dropped forbidden, unless what is said now, or an alliance since, says otherwise. */
export function wishAgain(
  before: Pick<PairingConstraints, 'kept' | 'forbidden'>,
  decided: { accepted: Couple[]; dropped: Couple[] },
  now: Pick<PairingConstraints, 'kept' | 'forbidden'>,
  partners: Couple[],
): Pick<PairingConstraints, 'kept' | 'forbidden'> {
  const said = new Set([...now.kept, ...now.forbidden, ...partners].map((c) => coupleKey(...c)));
  const decisions = new Set([...decided.accepted, ...decided.dropped].map((c) => coupleKey(...c)));
  const unsaid = (couples: Couple[], but: ReadonlySet<string> = new Set()) =>
    couples.filter((c) => !said.has(coupleKey(...c)) && !but.has(coupleKey(...c)));
  return {
    kept: [...now.kept, ...unsaid(decided.accepted), ...unsaid(before.kept, decisions)],
    forbidden: [...now.forbidden, ...unsaid(decided.dropped), ...unsaid(before.forbidden, decisions)],
  };
}
