// What an appeal is about, gathered from the views: the contestant’s item with whoever scored it, and what a decision corrects.
import {
  type Actor,
  type ContestEntrant,
  type decideContestAppeal,
  hasPart,
  isRefusal,
  performanceId,
  type Read,
  type Refusal,
  refuse,
  scorecardId,
} from '@jiangong/contracts';
import type { z } from 'zod';
import { fromElsewhere, incompleteAfter } from '../performance/performance-routes.ts';
import { enteredIn, judgedMisfitIn, misfit, misfitIn, panelsIn, zh } from '../scheme.ts';
import type { Contender } from '../stage/evaluate.ts';
import { inputOf, type Site, siteOf } from '../stage/stage-input.ts';
import { appeals, panels, performances, scorecards } from '../views.ts';
import type { Appeal, Entered } from './appeal.ts';

/** The item as people call it, or that there is no such. */
export async function itemOf(site: Site, own: Contender, item: string | undefined, read: Read) {
  const { body } = site.contest;
  const judged = panelsIn(body, site.ref).flatMap(({ criteria }) => criteria);
  const known = [...enteredIn(body, site.ref).map(({ id, label }) => ({ id, label: zh(label) })), ...judged];
  if (item === undefined && own.absence) return '未参赛、未完赛或取消资格的认定';
  const found = known.find(({ id }) => id === item);
  if (!found) return refuse('contest-appeal-item', { knownLabels: known.map(({ label }) => label) });
  const { contestant } = own;
  const refusal = await fromElsewhere(site, { contestant, marks: { [found.id]: { value: 1 } } }, read);
  return refusal ?? found.label;
}

/** Who recorded or marked a contestant. */
export async function scorersOf({ stage }: Site, contestant: string, read: Read): Promise<string[]> {
  const recorded = await read.get(performances, performanceId(stage.stage, contestant));
  const people = [...(recorded?.recordedBy ?? [])];
  for (const { panel } of await read.all(panels, { stage: stage.stage })) {
    const card = await read.get(scorecards, scorecardId(panel, contestant));
    people.push(...Object.values(card?.seats ?? {}).flatMap(({ judge, marks }) => (marks ? [judge] : [])));
  }
  return [...new Set(people)].sort();
}

/** What is entered of a contestant. */
export const enteredOf = ({ marks, judges, absence }: Contender): Entered => ({
  ...{ marks, ...(judges ? { judges } : {}), ...(absence ? { absence } : {}) },
});

/** Everything that a decision rests on; or that what it corrects cannot be entered so. */
export async function decisionOf(appeal: Appeal, given: z.infer<typeof decideContestAppeal>, actor: Actor, read: Read) {
  const site = (await siteOf(appeal.stage, read))!;
  const { input } = await inputOf(site, read);
  const own = input.contenders.find(({ contestant }) => contestant === appeal.contestant)!;
  const rows = await read.all(panels, { stage: appeal.stage });
  const items = Object.fromEntries(rows.map(({ panel, item }) => [panel, item]));
  const refusal = (await misfitOf(site, own, given, read)) ?? wrongSheet(site, own, given, items);
  if (isRefusal(refusal)) return refusal;
  const others = await read.all(appeals, { stage: appeal.stage, contestant: appeal.contestant });
  const deciders = others.flatMap(({ decided, status }) => (decided && status === 'upheld' ? [decided.decidedBy] : []));
  return {
    now: enteredOf(own),
    items,
    competes: input.contenders.some(({ entrant }) => belongs(actor, entrant)),
    scored: [...(site.stage.scoredBy ?? []), ...deciders],
  };
}
/** Whoever decides about a rival belongs to nobody who takes part. */
const belongs = (actor: Actor, { id, unit = id }: ContestEntrant) => hasPart(actor, { unit, parent: id });

type Given = Pick<z.infer<typeof decideContestAppeal>, 'marks' | 'absence' | 'sheets'>;
async function misfitOf(site: Site, { contestant }: Contender, { marks, absence }: Given, read: Read) {
  const { body } = site.contest;
  const wrong = misfitIn(body, site.ref, marks);
  if (wrong !== undefined) {
    const known = enteredIn(body, site.ref).map(({ label }) => zh(label));
    return misfit(body, site.ref, wrong, marks, known);
  }
  return (
    (await fromElsewhere(site, { contestant, marks }, read)) ??
    (await incompleteAfter(site, { contestant, marks, absence }, read))
  );
}
function wrongSheet(
  { contest: { body }, ref }: Site,
  { judges = {} }: Contender,
  { sheets }: Given,
  items: Readonly<Record<string, string>>,
): Refusal | undefined {
  for (const { panel, seat, marks } of sheets) {
    const item = items[panel];
    const before = item === undefined ? undefined : judges[item]?.[seat];
    if (item === undefined || before === undefined || before === 'recused') return refuse('not-found', { what: seat });
    const wrong = judgedMisfitIn(body, ref, item, marks);
    const known = panelsIn(body, ref)
      .find(({ id }) => id === item)!
      .criteria.map(({ label }) => label);
    if (wrong !== undefined) return misfit(body, ref, wrong, marks, known);
  }
  return undefined;
}
