// How lenient or strict each judge of a panel was, and whose place would be another if every judge's marks were brought to
// the panel's mean and spread. Nothing of it counts: it is there to be read.
import type { Marks } from '@jiangong/contracts';
import { namesOf } from '../names.ts';
import { type JudgedItem, panelsIn } from '../scheme.ts';
import type { Reading } from '../sight.ts';
import { type Contender, evaluated, type StageInput } from '../stage/evaluate.ts';
import { inputOf, type Site } from '../stage/stage-input.ts';
import { scorecards } from '../views.ts';
import { shareOf } from './differing.ts';
import type { Panel } from './panel.ts';
import type { Card } from './scorecard.ts';

/** One judge's sheet of one contestant; `share`: the mean of its marks in hundredths of their full mark. */
interface Given {
  contestant: string;
  seat: string;
  judge: string;
  share: number;
}
interface Scale {
  mean: number;
  spread: number;
}

export async function calibrationOf(site: Site & { panel: Panel }, { read, states }: Reading) {
  const { panel, contest, ref } = site;
  const item = panelsIn(contest.body, ref).find(({ id }) => id === panel.item)!;
  const given = (await read.all(scorecards, { panel: panel.panel })).flatMap((card) => givenIn(card, item));
  const scales = scalesOf(given);
  const { input } = await inputOf(site, read);
  const sheetsOf = Map.groupBy(given, ({ contestant }) => contestant);
  const scaleFor = (contestant: string, seat: string) =>
    scales.by.get(sheetsOf.get(contestant)?.find((each) => each.seat === seat)?.judge ?? '');
  const contenders = input.contenders.map((each) => normalised(each, item, scaleFor, scales.all));
  const [before, after] = [placesOf(input), placesOf({ ...input, contenders })];
  const moved = input.contenders.filter(({ contestant }) => before.get(contestant) !== after.get(contestant));
  const names = await namesOf(moved, states);
  const moves = moved.map(({ contestant }) => ({
    ...{ contestant, ...names.get(contestant) },
    ...{ before: before.get(contestant) ?? null, after: after.get(contestant) ?? null },
  }));
  return { panel: panel.panel, judges: judgesOf(given, scales.by), moves, text: textOf(moves.length) };
}

function givenIn({ contestant, seats }: Card, { criteria }: JudgedItem): Given[] {
  return Object.entries(seats).flatMap(([seat, { judge, marks }]) => {
    const shares = criteria.flatMap((criterion) => shareOf(marks?.[criterion.id], criterion) ?? []);
    return shares.length > 0 ? [{ contestant, seat, judge, share: mean(shares) }] : [];
  });
}

const mean = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
const scaleOf = (shares: readonly number[]): Scale => {
  const middle = mean(shares);
  return { mean: middle, spread: Math.sqrt(mean(shares.map((share) => (share - middle) ** 2))) };
};
function scalesOf(given: readonly Given[]) {
  const judges = [...new Set(given.map(({ judge }) => judge))].sort();
  const of = (list: readonly Given[]) => scaleOf(list.map(({ share }) => share));
  const sheetsOf = Map.groupBy(given, ({ judge }) => judge);
  const by = judges.map((judge) => [judge, of(sheetsOf.get(judge)!)] as const);
  return { all: given.length > 0 ? of(given) : { mean: 0, spread: 0 }, by: new Map(by) };
}

const rounded = (n: number) => Math.round(n * 100) / 100;
function judgesOf(given: readonly Given[], scales: ReadonlyMap<string, Scale>) {
  const byJudge = Map.groupBy(given, ({ judge }) => judge);
  const meanOf = new Map(
    [...Map.groupBy(given, ({ contestant }) => contestant)].map(([contestant, sheets]) => {
      return [contestant, mean(sheets.map(({ share }) => share))] as const;
    }),
  );
  return [...scales].map(([judge, { mean: own, spread }]) => {
    const sheets = byJudge.get(judge)!;
    // Against what the panel gave the same contestants: whoever judged the weaker ones is not strict for that.
    const offsets = sheets.map(({ contestant, share }) => share - meanOf.get(contestant)!);
    const seats = [...new Set(sheets.map(({ seat }) => seat))].sort();
    const shown = { mean: rounded(own), offset: rounded(mean(offsets)), spread: rounded(spread) };
    return { judge, seats, marked: sheets.length, ...shown };
  });
}

const placesOf = (input: StageInput) => new Map(evaluated(input).entrants.map(({ id, place }) => [id, place]));

/** A contender with each mark as far from the panel's mean, in its spreads, as it is from the judge's own in theirs. */
function normalised(
  contender: Contender,
  { id, criteria }: JudgedItem,
  scaleFor: (contestant: string, seat: string) => Scale | undefined,
  all: Scale,
): Contender {
  const sheets = Object.entries(contender.judges?.[id] ?? {}).map(([seat, marks]) => {
    const own = scaleFor(contender.contestant, seat);
    return [seat, marks === 'recused' || !own ? marks : brought(marks, criteria, own, all)];
  });
  return { ...contender, judges: { ...contender.judges, [id]: Object.fromEntries(sheets) } };
}
function brought(marks: Marks, criteria: JudgedItem['criteria'], own: Scale, all: Scale): Marks {
  const changed = criteria.flatMap((criterion) => {
    const share = shareOf(marks[criterion.id], criterion);
    if (share === undefined) return [];
    const away = own.spread === 0 ? 0 : (share - own.mean) / own.spread;
    const to = Math.min(100, Math.max(0, all.mean + away * all.spread));
    return [[criterion.id, { value: Math.round(to * criterion.full! * 100) / 10_000 }]];
  });
  return { ...marks, ...Object.fromEntries(changed) };
}

const textOf = (moved: number) => ({
  zh: `若把每位评委的打分换算到评委组的平均水平和离散程度，${moved > 0 ? `将有 ${moved} 名参赛者的名次不同` : '名次不变'}。仅供复核参考，不计入成绩。`,
  en: `If every judge’s marks were brought to the panel’s mean and spread, ${moved > 0 ? `${moved} contestants would stand otherwise` : 'no place would be another'}. For review only: results do not change.`,
});
