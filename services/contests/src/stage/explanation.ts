// Why a contestant stands where they stand: what was recorded, and step by step what came of it.
import { type ContestAbsence, jsonObject, performanceId, type Refusal, refuse, valueLabels } from '@jiangong/contracts';
import { namesOf } from '../names.ts';
import { type Reading, sightOf } from '../sight.ts';
import { performances } from '../views.ts';
import { explained, published } from './evaluate.ts';
import { inputOf, resultsIn, siteOf } from './stage-input.ts';

export async function explanationOf(id: string, contestant: string, { actor, read, states }: Reading) {
  const site = await siteOf(id, read);
  if (!site) return undefined;
  const results = site.stage.status === 'closed' ? await resultsIn(site.stage, read) : [];
  const own = results.find((result) => result.contestant === contestant);
  if (!own) return undefined;
  if (sightOf(site.stage, actor)(own.entrant) !== 'result') return refuse('contest-not-published') satisfies Refusal;
  const names = await namesOf(results, states);
  const recorded = await read.get(performances, performanceId(id, contestant));
  const { recordedBy: _, ...performance } = recorded ?? { recordedBy: [] };
  const about = {
    ...{ stage: id, contestant, ...names.get(contestant), place: own.place, score: published(own.result.score) },
    ...('performance' in performance ? { performance } : {}),
  };
  if (own.absence) return { ...about, absence: own.absence, text: withoutNumber(own.absence) };
  const { input } = await inputOf(site, read);
  const called = new Map([...names].map(([key, { name, code }]) => [key, name ?? code ?? '—']));
  const found = explained(input, contestant, called);
  return found && { ...about, tree: jsonObject.parse(found.tree), text: found.text };
}

const words: Record<ContestAbsence, string> = {
  'did-not-start': 'Did not start',
  'did-not-finish': 'Did not finish',
  disqualified: 'Disqualified',
};
export const withoutNumber = (absence: ContestAbsence) => ({
  zh: `${valueLabels.contestAbsence[absence]}：列在最后，不计成绩`,
  en: `${words[absence]}: listed last, without a number`,
});
