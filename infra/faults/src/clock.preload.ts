// Loaded before the product: its clock is as far from the machine's as the file CLOCK_OFFSET says, in milliseconds, now and
// whenever that changes. The machine's own clock, and what counts time passed (timers, performance.now), go on as they are.
import { readFileSync } from 'node:fs';

const file = process.env.CLOCK_OFFSET;
if (!file) throw new Error('CLOCK_OFFSET names no file');
const Real = Date;
const now = () => Real.now() + Number(readFileSync(file, 'utf8') || 0);

globalThis.Date = new Proxy(Real, {
  construct: (target, args, made) => Reflect.construct(target, args.length === 0 ? [now()] : args, made),
  apply: () => new Real(now()).toString(),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});
