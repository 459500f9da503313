// What must hold for every scheme and every season, thousands of random ones each.
import fc from 'fast-check';
import { test } from 'vitest';
import { type Draw, draw } from '../kit/draw.ts';
import { randomEntrants, sheetOf } from '../kit/entrants.ts';
import { forEveryWorld, RUNS } from '../kit/every.ts';
import { holds, same } from '../kit/same.ts';
import { COMPLETE, pool, round, season } from '../kit/world.ts';
import { canonical } from './canonical.ts';
import { reduceMarks } from './compile/panel.ts';
import { type Criterion, diff, type Entrant, type Entry, parseScheme, type Scheme, type StageResult } from './index.ts';
import { descend } from './schema/walk.ts';

const by = (result: StageResult | undefined, id: string) => result?.entrants.find((e) => e.id === id);
const last = Number.POSITIVE_INFINITY;

test('better input never lowers a score, all else equal', () => {
  forEveryWorld(
    ({ d, scheme, entrants }) => {
      const entrant = d.pick(entrants);
      const leaves = descend(sheetOf(scheme).criteria).filter((c) => c.measure && c.id !== 'active' && !c.panel);
      const leaf = d.pick(leaves);
      const improved = {
        ...entrant,
        inputs: { ...entrant.inputs, [leaf.id]: better(d, leaf, entrant.inputs?.[leaf.id]) },
      };
      const before = by(round(scheme, [entrant]), entrant.id);
      const after = by(round(scheme, [improved]), entrant.id);
      if (before?.status === 'scored' && after?.status === 'scored')
        holds(after.score! >= before.score!, 'the score fell');
    },
    1,
    COMPLETE,
  );
});

/** An entry that is at least as good. */
function better(d: Draw, c: Criterion, entry: Entry | undefined): Entry {
  const up = (x: number, most: number) => Math.min(most, Math.round((x + d.num(0, 5)) * 10_000) / 10_000);
  if (!entry || 'na' in entry) throw new Error('complete worlds have no gaps');
  if ('value' in entry)
    return { value: up(entry.value!, c.measure?.kind === 'value' ? (c.measure.outOf ?? 1000) : 1000) };
  if ('level' in entry) return { level: `l${Math.min(2, Number(entry.level.slice(1)) + 1)}` };
  // Of one subject only the best counts, so taking a small deduction away may bring a large one to light.
  if ('events' in entry && c.measure?.kind === 'events' && c.measure.highestOnly) {
    return { events: [...entry.events, { code: 'gift' }] };
  }
  if ('events' in entry) return { events: entry.events.filter((e) => e.code === 'gift' || d.chance(50)) };
  const inverse = c.measure?.kind === 'ratio' && c.measure.inverse;
  const more = (x: number) => (inverse ? Math.max(0, Math.round(x * 5_000) / 10_000) : up(x, 1000));
  const work = <T extends { done: number; accepted?: number | undefined }>(w: T): T => ({
    ...w,
    done: more(w.done),
    accepted: more(w.accepted ?? 0),
  });
  return 'parts' in entry ? { parts: entry.parts.map(work) } : 'plan' in entry ? work(entry) : entry;
}

test('a veto raises neither score nor place, nor those of its collectors', () => {
  forEveryWorld(
    ({ d, scheme, entrants }) => {
      const second = randomEntrants(d, scheme, 4, COMPLETE).map((e, i) => ({
        ...e,
        group: entrants[i]!.group ?? null,
      }));
      const n = d.below(4);
      const id = `e${n}`;
      const vetoes = [d.pick(['nil', 'out', 'gone'])];
      const hit = entrants.map((e, i) => (i === n ? { ...e, vetoes } : e));
      const seed = d.below(1_000_000);
      const before = season(scheme, entrants, second, draw(seed));
      const after = season(scheme, hit, second, draw(seed));
      for (const stage of [0, 2]) {
        const [a, b] = [by(before[stage], id), by(after[stage], id)];
        if (a?.score != null && b?.score != null) holds(b.score <= a.score, 'the score rose');
        holds((b?.place ?? last) >= (a?.place ?? last), 'the place rose');
      }
      // Owners of the barred entrant: without their other members' moves, the place collected never improves.
      const owner = after[3]?.entrants.find((e) => e.score !== null && before[3]?.entrants.some((o) => o.id === e.id));
      const alone = owner && before[2]!.entrants.length === 1;
      if (alone) holds(owner.score! <= by(before[3], owner.id)!.score!, 'the owner gained');
    },
    4,
    COMPLETE,
  );
});

test('an owner of one entrant never gains from its veto', () => {
  forEveryWorld(
    ({ d, scheme, entrants }) => {
      const one = entrants.map((e) => ({ ...e }));
      const n = d.below(one.length);
      const hit = one.map((e, i) => (i === n ? { ...e, vetoes: ['gone'] } : e));
      const own = (list: Entrant[]) => {
        const results = season(scheme, list, one, draw(1));
        const member = by(results[2], `e${n}`);
        const size = results[2]!.entrants.filter((e) => e.group === member?.group).length;
        return member?.status === 'scored' ? (member.place ?? size) : undefined;
      };
      const [before, after] = [own(one), own(hit)];
      if (before !== undefined && after !== undefined) holds(after >= before, 'the collected place improved');
    },
    3,
    COMPLETE,
  );
});

test('scores and figures stay within their bounds', () => {
  forEveryWorld(({ scheme, entrants }) => {
    const sheet = sheetOf(scheme);
    for (const entrant of round(scheme, entrants).entrants) {
      if (entrant.score !== null) {
        holds(entrant.score >= 0 && entrant.score <= sheet.outOf * 1.2 + (sheet.adjustments?.max ?? 0), 'score');
      }
      for (const c of descend([...sheet.criteria, ...(sheet.adjustments?.items ?? [])])) {
        const value = entrant.figures[c.id];
        if (value === undefined || c.points === undefined) continue;
        const cap = !c.measure ? 1.2 : c.measure.kind === 'ratio' && !c.scale ? Math.max(100, c.measure.cap) / 100 : 1;
        holds(value >= (c.min ?? 0) && value <= c.points * cap + 1e-9, `${c.id} = ${value}`);
      }
    }
  });
});

const mirrored = pool.map((scheme) => parseScheme(mirror(scheme)));
/** The same scheme with every list of criteria, steps and tariff lines written the other way round. */
function mirror(scheme: Scheme): unknown {
  return JSON.parse(JSON.stringify(scheme), (key, value) =>
    ['criteria', 'of', 'items', 'steps', 'tariff', 'levels', 'bands', 'vetoes', 'validIf'].includes(key) &&
    Array.isArray(value)
      ? value.reverse()
      : value,
  );
}

test('the order of entrants, criteria, events and judges is irrelevant', () => {
  forEveryWorld(({ d, index, scheme, entrants }) => {
    const turned = d.shuffle(entrants).map((e) => ({
      ...e,
      inputs: Object.fromEntries(d.shuffle(Object.entries(e.inputs ?? {})).map(([id, entry]) => [id, turn(d, entry)])),
      ...(e.judges ? { judges: { panel: Object.fromEntries(d.shuffle(Object.entries(e.judges.panel ?? {}))) } } : {}),
    }));
    const plain = (r: StageResult) => canonical({ ...r, pending: r.pending.map(canonical).sort() });
    same(plain(round(mirrored[index]!, turned)), plain(round(scheme, entrants)), 'result');
  });
});

function turn(d: Draw, entry: Entry): Entry {
  if ('events' in entry) return { events: d.shuffle(entry.events) };
  return 'parts' in entry ? { parts: d.shuffle(entry.parts) } : entry;
}

test('schemes, inputs and results survive JSON', () => {
  forEveryWorld(({ index, scheme, entrants }) => {
    const result = round(scheme, entrants);
    same(JSON.parse(JSON.stringify(result)), result, 'result');
    same(canonical(round(copies[index]!, JSON.parse(JSON.stringify(entrants)))), canonical(result), 'evaluation');
  });
});
const copies = pool.map((scheme) => parseScheme(JSON.parse(JSON.stringify(scheme))));

test('a scheme does not differ from itself; v2 leaves the results of v1 as they were', () => {
  let n = 0;
  forEveryWorld(({ d, index, scheme, entrants }) => {
    const before = canonical(round(scheme, entrants));
    const other = pool[d.below(pool.length)]!;
    if (n++ % 20 === 0) same(diff(scheme, copies[index]!), [], 'difference');
    round(mirrored[index]!, entrants);
    if (n % 20 === 0) diff(scheme, other);
    same(canonical(round(scheme, entrants)), before, 'result of v1');
  }, 2);
});

test('a higher mark never lowers a mean, trimmed mean or median', () => {
  const marks = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 3, maxLength: 9 });
  fc.assert(
    fc.property(marks, fc.nat(), fc.nat({ max: 100_000 }), (list, at, more) => {
      const raised = list.map((m, i) => (i === at % list.length ? m + more : m));
      for (const reduce of ['mean', 'trimmed', 'median'] as const) {
        const panel = { id: 'p', reduce, drop: 1, atLeast: 3 };
        holds(reduceMarks(panel, raised) >= reduceMarks(panel, list), reduce);
      }
    }),
    RUNS,
  );
});
