// An appeal with both explanations: of the result that it is against, and of the one that stands.
import type { ContestAppealView, contestAppealExplained } from '@jiangong/contracts';
import type { z } from 'zod';
import { namesOf, type States } from '../names.ts';
import { type Reading, sightOf } from '../sight.ts';
import { movesOf, standingOf } from '../stage/changes.ts';
import { evaluated, explained, resultsOf, type StageInput } from '../stage/evaluate.ts';
import { withoutNumber } from '../stage/explanation.ts';
import { inputOf, siteOf } from '../stage/stage-input.ts';
import type { AppealRow } from '../views.ts';

/** An appeal as people read it. */
export async function shownAppeals(rows: readonly AppealRow[], states: States): Promise<ContestAppealView[]> {
  const names = await namesOf(rows, states);
  return rows.map(({ entered: _, scorers: __, unit: ___, ...row }) => ({ ...row, ...names.get(row.contestant) }));
}

/** Of a result that was withdrawn again, nothing is shown. */
export async function appealExplainedOf(
  row: AppealRow,
  { actor, read, states }: Reading,
): Promise<z.input<typeof contestAppealExplained>> {
  const [appeal] = await shownAppeals([row], states);
  const site = (await siteOf(row.stage, read))!;
  const sight = sightOf(site.stage, actor);
  if (sight(row.entrant) !== 'result') return { ...appeal!, moves: [] };
  const { input } = await inputOf(site, read);
  const names = await namesOf(input.contenders, states);
  const called = new Map([...names].map(([key, { name, code }]) => [key, name ?? code ?? '—']));
  const { contestant } = row;
  const before = { ...input, contenders: input.contenders.map((each) => withEntered(each, row)) };
  const [was, is] = [before, input].map((each) => resultsOf(each, evaluated(each))) as [Results, Results];
  const standings = Object.fromEntries(was.map((result) => [result.contestant, standingOf(result)]));
  const moves = row.status === 'upheld' ? movesOf(standings, is) : [];
  const isShown = ({ contestant: other, entrant }: (typeof moves)[number]) =>
    other === contestant || sight(entrant) === 'result';
  return {
    ...appeal!,
    before: shown(before, was, contestant, called),
    ...(row.decided ? { after: shown(input, is, contestant, called) } : {}),
    moves: moves.filter(isShown).map((move) => ({ ...move, ...names.get(move.contestant) })),
  };
}
type Results = ReturnType<typeof resultsOf>;

/** The contestant as they were entered when it was appealed. */
function withEntered(each: StageInput['contenders'][number], { contestant, entered }: AppealRow) {
  if (each.contestant !== contestant) return each;
  const { marks: _, judges: __, absence: ___, ...rest } = each;
  return { ...rest, ...entered };
}
function shown(input: StageInput, results: Results, contestant: string, called: ReadonlyMap<string, string>) {
  const own = results.find((each) => each.contestant === contestant)!;
  const { absence } = own;
  const text = absence ? withoutNumber(absence) : explained(input, contestant, called)!.text;
  return { ...standingOf(own), ...(absence ? { absence } : {}), text };
}
