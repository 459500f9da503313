// How states and forms are called in Chinese, where refusals and tables name them.
import { type Refusal, refuse, valueLabels } from '@jiangong/contracts';

const labels = { ...valueLabels.alliance, ...valueLabels.output, ...valueLabels.pairing, ...valueLabels.suggestion };
export const formLabels = valueLabels.allianceForm;
type State = keyof typeof labels;

/** Says in which state something is, and which ones the command needs. */
export function wrongState(
  code: 'alliance-state' | 'output-state' | 'pairing-state' | 'suggestion-state',
  name: string,
  status: State,
  ...needed: State[]
): Refusal {
  const statusZh = labels[status];
  const neededZh = needed.map((state) => labels[state]);
  return refuse(code, { name, status, statusZh, needed: needed.join(' or '), neededZh });
}
