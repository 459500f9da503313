// A result before it is sealed: from what it comes to if the rest were nothing to what full points would make of it.
import type { Provisional } from '@jiangong/client';
import { scoreText, useSay } from '../app/language.ts';
import { dueLabel } from '../app/vocabulary.ts';

export const rangeText = ({ ifNothing, ifFull }: Provisional): string =>
  ifNothing === ifFull ? scoreText(ifFull) : `${scoreText(ifNothing)}–${scoreText(ifFull)}`;

export function SoFar({ of }: { of: Provisional }) {
  const say = useSay();
  const { due, in: given, missing } = of;
  const lacking = missing
    .map(({ what, departmentLabel, criteria }) => `${departmentLabel ?? say(dueLabel(what))}：${criteria.join('、')}`)
    .join('；');
  return (
    <span className="soft" title={lacking}>
      {rangeText(of)} <span className="tag wait">{say([`已交 ${given}/${due}`, `${given} of ${due} in`])}</span>
      {lacking && <span className="unseen">{say([`缺：${lacking}`, `Missing: ${lacking}`])}</span>}
    </span>
  );
}
