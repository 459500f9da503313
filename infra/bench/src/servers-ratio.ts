// For `bench servers`: a ratio within one run, and the commits that both sides write.
import { derivedId } from '@jiangong/contracts';
import type { Commit } from '@jiangong/service-kit/store';

const PAIRS = 10;
export const say = (text: string) => process.stderr.write(`${text}\n`);
export const sorted = (values: number[]) => values.toSorted((a, b) => a - b);
export const quantile = (values: number[], part: number) => sorted(values)[Math.floor(values.length * part)]!;
export const now = () => new Date().toISOString();
let drawn = 0;
export const unit = () => ({
  kind: 'branch' as const,
  code: `XM-${++drawn}`,
  name: '万泉寺中阳广场项目部',
  shortName: '万泉寺',
});

/** Per second of `a` ÷ of `b`: the median of A/B/B/A pairs, so that a drift of the machine's speed cancels out. */
export async function ratioOf(label: string, count: number, a: () => Promise<number>, b: () => Promise<number>) {
  const ratios: number[] = [];
  const speeds = { product: [] as number[], peer: [] as number[] };
  for (const work of [a, b]) await work();
  for (let pair = 0; pair < PAIRS; pair += 2) {
    const [a1, b1, b2, a2] = [await a(), await b(), await b(), await a()];
    ratios.push(b1 / a1, b2 / a2);
    speeds.product.push(count / a1, count / a2);
    speeds.peer.push(count / b1, count / b2);
    say(`${label}: ${pair + 2}/${PAIRS}, median ${quantile(ratios, 0.5).toFixed(2)}`);
  }
  const [ours, theirs] = [speeds.product, speeds.peer].map((speed) => Math.round(quantile(speed, 0.5)));
  return { value: quantile(ratios, 0.5), about: `${ours}/s, ${theirs}/s` };
}
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
export async function inFlight(count: number, width: number, work: () => Promise<unknown>) {
  let left = count;
  const one = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: width }, one));
}

export const commitOf = (): Commit => {
  const id = derivedId('bench', ++drawn);
  return {
    stream: `unit/${id}`,
    version: 1,
    events: [{ type: 'unit-registered', version: 1, data: { unit: id, ...unit() } }],
    cause: `bench/${drawn}`,
    org: 'bench',
    actor: 'bench',
    time: now(),
    correlation: id,
    causation: id,
    answer: { status: 201, id, version: 1 },
  };
};
