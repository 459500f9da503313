// A stage may admit only those whom an earlier stage honoured; the others are listed, barred and not placed.
import { type Context, findStage } from '../compile/context.ts';
import type { Sitting } from '../compile/row.ts';
import { failInput } from '../refusal.ts';
import type { Prior } from './prior.ts';
import { stageName } from './prior.ts';

export function admission(context: Context, prior: Prior): (s: Sitting) => void {
  const { admits } = context.stage;
  if (!admits) return () => {};
  const source = findStage(context.scheme, admits.from, context.track);
  if (!source) return failInput('unknown-stage', context.at, `no stage ${admits.from}`);
  const periods = source.stage.periods?.map((p) => p.id) ?? [null];
  const names = periods.map((p) => stageName(source.track.id, source.stage.id, p));
  const closings = periods.map((p) => prior(source.track.id, source.stage.id, p));
  const granted = new Set<string>();
  const open = new Set<string>();
  for (const closing of closings) {
    for (const honour of closing?.result.honours ?? []) {
      if (!admits.honours.includes(honour.honour)) continue;
      for (const id of honour.granted) granted.add(id);
      for (const id of [...honour.referred, ...honour.provisional]) open.add(id);
    }
  }
  return (s) => {
    const { id } = s.entrant;
    if (granted.has(id)) return;
    for (const [i, closing] of closings.entries()) {
      if (closing?.closed && !open.has(id)) continue;
      s.missing.push({ entrant: id, item: 'admission', missing: 'admission', of: names[i]! });
      return;
    }
    s.bars.push({ cause: 'admission', level: 'stage', at: stageName(context.track.id, context.stage.id, s.period) });
  };
}
