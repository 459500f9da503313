// A reader with a pocket calculator: works out every step of an explanation from what is printed under it.
import { Decimal } from 'decimal.js';
import type { Explain } from '../src/index.ts';
import { reduced } from './oracle.ts';

const round = (x: Decimal) => x.toDecimalPlaces(4, Decimal.ROUND_HALF_UP);
const sum = (list: Decimal[]) => list.reduce((a, b) => a.plus(b), new Decimal(0));

/** Steps whose printed number is not what the reader gets, with both numbers. */
export function misprints(tree: Explain): string[] {
  const wrong = (tree.of ?? []).flatMap(misprints);
  const expected = tree.value === null ? undefined : recompute(tree);
  if (expected === undefined) return wrong;
  const limit = tree.args.limit ?? tree.args.carried;
  const limited = limit === undefined ? expected : new Decimal(num(limit));
  if (limit !== undefined && !expected.eq(num(tree.args.before))) {
    wrong.push(`${tree.id} ${tree.op}: ${tree.args.before} before the limit, reader ${expected}`);
  }
  if (!limited.eq(tree.value!)) wrong.push(`${tree.id} ${tree.op}: ${tree.value}, reader ${limited}`);
  return wrong;
}

function num(x: unknown): number {
  if (typeof x !== 'number') throw new Error(`not a number: ${x}`);
  return x;
}

/** The number a reader gets; undefined for steps that only repeat what was entered. */
function recompute({ op, args: a, of = [], value }: Explain): Decimal | undefined {
  const D = (x: unknown) => new Decimal(num(x));
  const values = (list: readonly Explain[]) => list.filter((s) => s.value !== null).map((s) => new Decimal(s.value!));
  switch (op) {
    case 'score':
      return Decimal.max(0, D(a.base).plus(D(a.adjustments)));
    case 'base': {
      const got = sum(values(of.filter((s) => s.max !== null)));
      // Judges' sheets are normalised one by one; their own step says what was got.
      return a.max === 0 ? got : round(got.times(D(a.outOf)).div(D(a.max)));
    }
    case 'adjustments': {
      const total = sum(values(of));
      return Decimal.max(a.min === null ? total : D(a.min), Decimal.min(a.max === null ? total : D(a.max), total));
    }
    case 'sum':
      return sum(values(of.filter((s) => s.max !== null)));
    case 'share':
      return round(
        sum(values(of.filter((s) => s.max !== null)))
          .times(D(a.points))
          .div(D(a.outOf)),
      );
    case 'points':
    case 'shown':
      return new Decimal(of[0]?.value ?? Number.NaN);
    case 'proportional': {
      const raw = a.cap === undefined ? D(a.raw) : Decimal.min(D(a.raw), D(a.cap));
      return round(raw.times(D(a.points)).div(D(a.outOf)));
    }
    case 'rate': {
      const over = D(a.raw).minus(D(a.from));
      if (a.whole) return over.div(D(a.per)).trunc().times(D(a.points)).plus(D(a.start));
      return round(over.times(D(a.points)).div(D(a.per))).plus(D(a.start));
    }
    case 'steps':
      return D(a.points);
    case 'panel': {
      const panel = { id: 'p', reduce: a.reduce as 'mean', drop: Number(a.drop ?? 1), atLeast: 1 };
      return reduced(panel, values(of.filter((s) => s.op === 'judge')));
    }
    case 'judge':
      return new Decimal(of[0]?.value ?? Number.NaN);
    case 'ratio': {
      if (a.inverse && a.done === 0) return D(a.cap);
      const [top, bottom] = a.inverse ? [a.plan, a.done] : [a.done, a.plan];
      return round(D(top).times(100).div(D(bottom)));
    }
    case 'part': {
      if (a.inverse && a.done === 0) return new Decimal(100);
      const [top, bottom] = a.inverse ? [a.plan, a.done] : [a.done, a.plan];
      return Decimal.min(100, round(D(top).times(100).div(D(bottom))));
    }
    case 'parts': {
      const used = of.filter((s) => s.value !== null);
      const weights = used.map((s) => D(s.args.weight));
      return round(sum(used.map((s, i) => weights[i]!.times(s.value!))).div(sum(weights)));
    }
    case 'events':
      return sum(values(of)).plus(D(a.start));
    case 'collect': {
      const used = of.filter((s) => s.args.outcome === 'used');
      if (a.take === 'last') return new Decimal(used.at(-1)!.value!);
      const list = values(used);
      if (a.take === 'sum') return sum(list);
      if (a.weightBy === undefined) return round(sum(list).div(list.length));
      const weights = used.map((s) => D(s.args.weight));
      return round(sum(list.map((x, i) => x.times(weights[i]!))).div(sum(weights)));
    }
    default:
      return value === null ? undefined : new Decimal(value);
  }
}
