// A sealed check that opens again takes what corrections changed back into its sheets, vetoes and work done, so that it is
// sealed anew with all of it.
import { canonical, derivedId, type Marks } from '@jiangong/contracts';
import type { Check, Sealed, StandingVeto } from './check-state.ts';
import { workMark } from './plan.ts';
import { submittedMarks } from './sheet.ts';

export function carriedBack(check: Check): Check {
  const { sealed } = check;
  if (!sealed) return check;
  const { vetoes, lifted } = vetoesOf(check, sealed);
  const carried = { ...check.carried, ...workOf(check, sealed) };
  return {
    ...{ ...check, sheets: sheetsOf(check, sealed), vetoes },
    ...(lifted.length > 0 ? { lifted } : {}),
    ...(Object.keys(carried).length > 0 ? { carried } : {}),
  };
}

/** A department's sheet becomes what was sealed of it, where a correction made that differ from what was submitted. */
function sheetsOf(check: Check, { inputs, by = '' }: Sealed): Check['sheets'] {
  const sheets = { ...check.sheets };
  const submitted = submittedMarks(check);
  for (const { id: department } of check.departments) {
    const own = check.criteria.filter(({ from, owner }) => from === 'sheet' && owner === department);
    const among = (marks: Marks) => Object.fromEntries(own.flatMap(({ id }) => (marks[id] ? [[id, marks[id]]] : [])));
    const marks = among(inputs);
    if (canonical(marks) !== canonical(among(submitted)))
      sheets[department] = { status: 'submitted', marks, by: by || (sheets[department]?.by ?? '') };
  }
  return sheets;
}

function workOf(check: Check, { inputs }: Sealed): Marks {
  const changed = check.criteria.flatMap((criterion) => {
    const mark = criterion.from === 'work' ? inputs[criterion.id] : undefined;
    return mark && canonical(mark) !== canonical(workMark(check, criterion)) ? [[criterion.id, mark] as const] : [];
  });
  return Object.fromEntries(changed);
}

/** The vetoes that stood in the sealed result, in its order; those of a correction get an id, so that they can be lifted. */
function vetoesOf(check: Check, { vetoes, revision }: Sealed): { vetoes: StandingVeto[]; lifted: string[] } {
  const standing = vetoes.map(({ id: kind, by = '', at = '', evidence = [] }): StandingVeto => {
    const known = check.vetoes.find((veto) => veto.kind === kind);
    if (known && canonical([known.by, known.at, known.evidence]) === canonical([by, at, evidence])) return known;
    const level = check.vetoRules.find(({ id }) => id === kind)?.bars ?? 'item';
    return { veto: derivedId('veto', check.check, kind, revision), kind, level, evidence, by, at };
  });
  const gone = check.vetoes.filter(({ veto }) => !standing.some((each) => each.veto === veto));
  return { vetoes: standing, lifted: [...(check.lifted ?? []), ...gone.map(({ veto }) => veto)] };
}
