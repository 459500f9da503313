// Properties that are also used to catch evaluators broken on purpose: each takes a random world and throws if it fails.
import { type Criterion, canonical, type Entrant, type Entry } from '../src/index.ts';
import { descend } from '../src/schema/walk.ts';
import { sheetOf } from './entrants.ts';
import { oracle } from './oracle.ts';
import { misprints } from './reader.ts';
import { same } from './same.ts';
import { round, type World } from './world.ts';

export const checks: Record<string, (w: World) => void> = {
  'the compiled evaluator equals the naive oracle': ({ scheme, entrants }) => {
    for (const found of round(scheme, entrants).entrants) {
      const truth = oracle(scheme, sheetOf(scheme), entrants.find((e) => e.id === found.id)!);
      same(found.status, truth.status, 'status');
      same(found.score, truth.score?.toNumber() ?? null, 'score');
      same(found.figures.events, truth.faults, 'events');
      for (const [id, got] of truth.figures) {
        const has = got.status === 'scored';
        if (found.status === 'scored' && has) same(found.figures[id], got.value.toNumber(), id);
        if (has && got.raw) same(found.figures[`${id}.raw`], got.raw.toNumber(), `${id}.raw`);
        if (!has) same(found.figures[id], undefined, id);
      }
    }
  },

  'a reader with a pocket calculator gets every printed number, and explaining changes none': (w) => {
    const { scheme, entrants } = w;
    const { explain, ...rest } = round(scheme, entrants, 'p1', w.d.pick(entrants).id);
    same(misprints(explain!), [], 'misprints');
    same(canonical(rest), canonical(round(scheme, entrants)), 'result');
  },

  'places are a weak 1224 order of the published keys': ({ scheme, entrants }) => {
    const stage = scheme.tracks[0]!.stages[0]!;
    const { entrants: list } = round(scheme, entrants);
    const key = (e: (typeof list)[number]) =>
      stage.rankBy.map((f) => (f === 'score' ? e.score! : f === 'events' ? -e.figures.events! : (e.figures[f] ?? -1)));
    const shown = (e: (typeof list)[number]) => key(e).map((n) => Math.sign(n) * Math.round(Math.abs(n) * 100 + 1e-7));
    const ahead = (a: number[], b: number[]) => {
      const i = a.findIndex((n, k) => n !== b[k]);
      return i >= 0 && a[i]! > b[i]!;
    };
    const placeable = list.filter((e) => e.status === 'scored' && e.bars.length === 0);
    for (const e of list) {
      const rivals = placeable.filter((o) => stage.rankWithin === 'track' || o.group === e.group);
      const place = placeable.includes(e) ? 1 + rivals.filter((o) => ahead(shown(o), shown(e))).length : null;
      same(e.place, place, `place of ${e.id}`);
    }
  },

  'full marks are exactly the maximum and none are 0, in every group': ({ scheme, entrants }) => {
    const sheet = sheetOf(scheme);
    const leaves = descend(sheet.criteria).filter((c) => c.measure);
    if (leaves.some((c) => c.scale || top(c) === undefined)) return;
    for (const { id, group } of entrants) {
      const who = { id, ...(group ? { group } : {}) };
      same(round(scheme, [{ ...who, ...fill(leaves, true) }]).entrants[0]?.score, sheet.outOf, 'full marks');
      const none = round(scheme, [{ ...who, ...fill(leaves, false) }]).entrants[0];
      same(none?.status === 'invalid' ? 0 : none?.score, 0, 'no marks');
    }
  },
};

function top(c: Criterion): Entry | undefined {
  const { measure } = c;
  if (measure?.kind === 'value') return { value: measure.outOf ?? c.points ?? 0 };
  if (measure?.kind === 'ratio') return { plan: 10, done: 10, accepted: 10 };
  if (measure?.kind === 'events') return { events: measure.start === 'full' ? [] : [{ code: 'gift', times: 99 }] };
  return undefined;
}
function bottom(c: Criterion): Entry {
  const { measure } = c;
  if (measure?.kind === 'value') return { value: 0 };
  if (measure?.kind === 'ratio') return { plan: 1, done: measure.inverse ? 100_000_000 : 0, accepted: 0 };
  return { events: measure?.kind === 'events' && measure.start === 'full' ? [{ code: 'large', times: 99 }] : [] };
}
function fill(leaves: readonly Criterion[], best: boolean): Pick<Entrant, 'inputs' | 'judges'> {
  const pick = (list: readonly Criterion[]) => Object.fromEntries(list.map((c) => [c.id, best ? top(c)! : bottom(c)]));
  const marks = pick(leaves.filter((c) => c.panel));
  const judges = Object.fromEntries(['x', 'y', 'z'].map((j) => [j, marks]));
  return { inputs: pick(leaves.filter((c) => !c.panel)), judges: { panel: judges } };
}
