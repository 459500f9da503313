// The table of the scoring benchmark: ratios within one run, with the gate and the goal of each.
import { evaluateStage, parseScheme, rankStage, templates, validate } from '../src/index.ts';
import { bareSum, field, objects, REF, sheet, stream } from './field.ts';
import { treeWalk } from './walk.ts';

export interface Row {
  work: string;
  seen: string;
  gate: string;
  goal: string;
  /** Did it reach the gate, and the goal? Undefined where there is none. */
  reached: 'goal' | 'gate' | 'missed' | 'none';
}

const SIZE = 100_000;

/** `gc` empties the heap, so that memory can be read; without it the memory row says so. */
export function scoringRows(gc: (() => void) | undefined): Row[] {
  const scheme = sheet();
  const packed = field(SIZE);
  const memory = measureMemory(() => rankStage(scheme, REF, packed), gc);
  const rank = () => rankStage(scheme, REF, packed);
  const bare = race(() => bareSum(packed), rank);
  const second = sheet(2);
  const rankSecond = race(
    () => bareSum(packed),
    () => rankStage(second, REF, packed),
  );
  const explained = race(rank, () => rankStage(scheme, REF, packed, [], { explain: 'nobody' }));
  const entrants = objects(packed);
  const walked = race(rank, () => treeWalk(scheme, entrants), 7);
  const viaObjects = race(
    () => bareSum(packed),
    () => rankStage(scheme, REF, entrants),
    7,
  );
  const whole = time(() => evaluateStage(scheme, REF, entrants));
  gc?.();
  const million = measureMemory(() => rankStage(scheme, REF, stream(1_000_000)), gc);
  const seven = templates['qi-bi-qi-sai'];
  for (let i = 0; i < 20; i++) validate(seven);
  const parsing = time(() => {
    parseScheme(seven);
    validate(seven);
  });
  return [
    ratio(`${SIZE} entrants × 43 items, score + rank, against a bare sum and one sort`, bare, 5, 3),
    ratio('the same in language 2, which rounds once', rankSecond, 5, 3),
    ratio('the same, explanations switched on for nobody', explained, 1.05, 1),
    slower('the same without the compiled form', walked, 2.5),
    { work: 'memory above the inputs, MB', ...memory, gate: '≤ 200', goal: '≤ 64' },
    info('memory for a million streamed entrants, MB', million.seen),
    info('the same with an object per entry, against the bare sum', `${viaObjects.ratio.toFixed(2)}×`),
    info('the same with a full result object per entrant', `${whole.toFixed(0)} ms`),
    info('parse + validate scheme 1', `${parsing.toFixed(2)} ms`),
  ];
}

interface Race {
  ratio: number;
  first: number;
  second: number;
}

/** Both in turn after warming up; the fastest of each counts, since noise only ever adds. */
function race(first: () => unknown, second: () => unknown, rounds = 15): Race {
  for (let i = 0; i < 4; i++) [first(), second()];
  let [a, b] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let i = 0; i < rounds; i++) {
    a = Math.min(a, time(first));
    b = Math.min(b, time(second));
  }
  return { ratio: b / a, first: a, second: b };
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function measureMemory(work: () => unknown, gc: (() => void) | undefined): Pick<Row, 'seen' | 'reached'> {
  if (!gc) return { seen: 'not measured', reached: 'none' };
  gc();
  const used = () => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / 2 ** 20;
  };
  const before = used();
  const kept = work();
  // Before collecting: what the work has left behind counts, too.
  const mb = used() - before;
  return { seen: kept ? mb.toFixed(0) : '', reached: mb <= 64 ? 'goal' : mb <= 200 ? 'gate' : 'missed' };
}

function ratio(work: string, { ratio: seen, first, second }: Race, gate: number, goal: number): Row {
  const reached = seen <= goal ? 'goal' : seen <= gate ? 'gate' : 'missed';
  const ms = `${seen.toFixed(2)}× (${second.toFixed(0)} ms to ${first.toFixed(0)} ms)`;
  return { work, seen: ms, gate: `≤ ${gate}×`, goal: `≤ ${goal}×`, reached };
}

function slower(work: string, { ratio: seen, first, second }: Race, gate: number): Row {
  const ms = `${seen.toFixed(2)}× (${second.toFixed(0)} ms to ${first.toFixed(0)} ms)`;
  return { work, seen: ms, gate: `≥ ${gate}×`, goal: '–', reached: seen >= gate ? 'gate' : 'missed' };
}

function info(work: string, seen: string): Row {
  return { work, seen, gate: '–', goal: '–', reached: 'none' };
}
