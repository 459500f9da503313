// A plan's item as lines of text: one number, or a milestone a line (name, weight, planned per cent, due date).
import type { SetPlan } from '@jiangong/client';

type Planned = SetPlan['items'][string];
const isNumber = (text: string) => /^\d+(\.\d+)?$/.test(text);

export const linesOf = (item: Planned | undefined): string[] => {
  if (!item) return [];
  if ('plan' in item) return [String(item.plan)];
  return item.parts.map(({ label, weight, plan, due }) =>
    [label, weight, plan, due].filter((each) => each !== undefined).join('，'),
  );
};
/**
 * A milestone keeps its id while its name or, renamed, its line stays: what was verified is known by it. New ones get the next
 * id that none had.
 */
function idsFor(labels: string[], known: readonly { id: string; label: string }[]): string[] {
  const used = new Set(known.map(({ id }) => id));
  return labels.map((label, at) => {
    const named = known.find((part) => part.label === label);
    const renamed = known[at] && !labels.includes(known[at].label) ? known[at] : undefined;
    const kept = named ?? renamed;
    if (kept) return kept.id;
    let next = 1;
    while (used.has(`m${next}`)) next += 1;
    used.add(`m${next}`);
    return `m${next}`;
  });
}
export function plannedOf(lines: string[], known: Planned | undefined): Planned {
  if (lines.length === 1 && isNumber(lines[0]!)) return { plan: Number(lines[0]) };
  const cells = lines.map((line) => line.split(/\s*[，,\t]\s*/));
  const ids = idsFor(
    cells.map(([label = '']) => label),
    known && 'parts' in known ? known.parts : [],
  );
  return {
    parts: cells.map(([label = '', weight = '', plan = '', due], at) => ({
      ...{ id: ids[at]!, label, weight: Number(weight), plan: Number(plan) },
      ...(due ? { due } : {}),
    })),
  };
}
