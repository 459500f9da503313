// What stands against recipients, as the rows have it today: bars of evaluations, recorded bars, honours held.
import {
  type Actor,
  type AwardListView,
  type AwardRules,
  type EligibilityFailure,
  type Read,
  valueLabels,
} from '@jiangong/contracts';
import { awardRulesId } from './award-rules.ts';
import { awardBars, awardRulesRows, schemeLabels, yearBars } from './eligibility-views.ts';
import { grants } from './views.ts';

type List = Pick<AwardListView, 'year' | 'competition'>;
/** No bar reaches further. */
const MOST_YEARS = 10;

/** Every rule that one of the recipients fails for honours of the list's year. */
export async function barsAgainst(
  list: List,
  recipients: readonly string[],
  read: Read,
  org: Actor['org'],
): Promise<EligibilityFailure[]> {
  const ids = new Set(recipients);
  return [...(await foundByEvaluations(list, ids, read, org)), ...(await recorded(list, ids, read))];
}

/** A union's rules for its honours; none at first. */
export const rulesOf = async (read: Read, org: string): Promise<AwardRules> =>
  (await read.get(awardRulesRows, awardRulesId(org))) ?? { barYears: [] };

async function foundByEvaluations({ year, competition }: List, ids: Set<string>, read: Read, org: string) {
  const { barYears } = await rulesOf(read, org);
  const lasting = new Map(barYears.map(({ cause, years }) => [cause, years]));
  const years = Array.from({ length: MOST_YEARS }, (_, back) => year - back);
  const failures: EligibilityFailure[] = [];
  for (const row of await read.all(yearBars, { year: years })) {
    const reaching = row.bars.filter(({ unit, level, cause }) => {
      if (!ids.has(unit)) return false;
      if (level === 'stage') return row.year === year && row.competition === competition;
      return year - row.year! < (lasting.get(cause) ?? 1);
    });
    if (reaching.length === 0) continue;
    const labels = row.scheme === undefined ? undefined : await read.get(schemeLabels, row.scheme);
    for (const { unit, cause, at } of reaching) {
      const { zh, en } = labels?.labels[cause] ?? named(cause);
      const why = {
        zh: `${row.competitionName} ${row.year} 年考评：${zh}`,
        en: `${row.competitionName}, evaluation of ${row.year}: ${en}`,
      };
      failures.push({
        ...{ recipient: unit, honour: null, rule: 'result-barred', why },
        source: { event: 'annual-standings-paged', stream: `evaluation/${row.evaluation}`, cause: `${cause}@${at}` },
      });
    }
  }
  return failures;
}
const named = (cause: string) =>
  cause === 'admission' ? { zh: '未获准入', en: 'not admitted' } : { zh: '否决情形', en: 'a veto' };

async function recorded({ year }: List, ids: Set<string>, read: Read): Promise<EligibilityFailure[]> {
  const failures: EligibilityFailure[] = [];
  for (const bar of await read.all(awardBars)) {
    const from = Number(bar.happenedOn.slice(0, 4));
    if (!ids.has(bar.unit) || bar.lifted || year < from || year >= from + bar.years) continue;
    const why = {
      zh: `${valueLabels.awardBarKind[bar.kind]}（${bar.document}），${from} 年起 ${bar.years} 年内不予表彰`,
      en: `${bar.kind.replaceAll('-', ' ')} (${bar.document}): barred for ${bar.years} years from ${from}`,
    };
    failures.push({
      ...{ recipient: bar.unit, honour: null, rule: 'unit-barred', why },
      source: { event: 'award-bar-recorded', stream: `award-bar/${bar.bar}`, cause: bar.kind },
    });
  }
  return failures;
}

/** Honours of the list's year and competition that somebody holds by another list's decision, and has not lost. */
async function heldElsewhere(
  list: List & Pick<AwardListView, 'honours' | 'decisions'>,
  read: Read,
): Promise<EligibilityFailure[]> {
  const own = new Set(list.decisions.map((d) => d.decision));
  const honours = [...new Set(list.honours.map((h) => h.code))];
  const given = await read.all(grants, { year: list.year, honourCode: honours });
  return given
    .filter((g) => g.status !== 'revoked' && g.competition === list.competition && !own.has(g.decision))
    .map(({ grant, honour, recipient, documentNumber }) => ({
      ...{ recipient: recipient.id, honour: honour.code, rule: 'honour-held' as const },
      why: {
        zh: `当年已获“${honour.name}”（${documentNumber}）`,
        en: `already holds “${honour.name}” of the year (${documentNumber})`,
      },
      source: { event: 'award-granted', stream: `grant/${grant}`, cause: honour.code },
    }));
}

/** Every rule that one of the recipients fails for the list's honours. */
export const failuresOf = async (list: AwardListView, recipients: readonly string[], { read, actor }: Asking) => [
  ...(await barsAgainst(list, recipients, read, actor.org)),
  ...(await heldElsewhere(list, read)),
];
/** What tells whose rows are read. */
interface Asking {
  read: Read;
  actor: Pick<Actor, 'org'>;
}
/** Of all who stand on the list. */
export const failuresOn = (list: AwardListView, asking: Asking) =>
  failuresOf(
    list,
    list.candidates.map(({ recipient }) => recipient.id),
    asking,
  );

/** What the groups of the scheme are called that the list was evaluated by. */
export async function groupsOf({ evaluation }: AwardListView, read: Read) {
  const row = evaluation === undefined ? undefined : await read.get(yearBars, evaluation);
  return (row?.scheme === undefined ? undefined : await read.get(schemeLabels, row.scheme))?.groups ?? {};
}
