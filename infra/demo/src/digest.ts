// What the year came to, by natural keys alone, in one order and without clock times: the same on every run.
import {
  type AppealView,
  awardListSummary,
  awardListView,
  digestOf,
  grant as grantView,
  type HrRow,
  hrRow,
  type Recipient,
  type Standing,
  type StandingsView,
  standingsView,
} from '@jiangong/contracts';
import { alliancesOf } from './alliances.ts';
import { appealsOf } from './appeals.ts';
import { type Cast, competitionOf } from './cast.ts';
import { invitationsOf } from './consent.ts';
import { honouredOf } from './honoured.ts';
import { outputsOf } from './outputs.ts';
import type { Person } from './person.ts';
import { reopenedOf } from './reopening.ts';
import { quarters } from './seed/projects.ts';
import { statusesOf } from './statuses.ts';
import { suggestionsOf } from './suggestion.ts';

const by =
  <T>(...keys: ((item: T) => string | number | undefined)[]) =>
  (a: T, b: T) => {
    for (const key of keys) {
      const [x, y] = [key(a) ?? '', key(b) ?? ''];
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  };

/** Each quarter of the projects, then the years of both tracks. */
export async function standingsOf(cast: Cast): Promise<StandingsView[]> {
  const organiser = await cast.company();
  const queries = [...quarters.map(({ id }) => `track=projects&period=${id}`), 'track=projects', 'track=branches'];
  const at = `/standings/${competitionOf(organiser)}`;
  return Promise.all(queries.map((query) => organiser.get(standingsView, `${at}?${query}`)));
}
/** What is published of a standing; the figures behind it belong to its explanation. */
const standingKeys = ({ place, joint, code, name, group, status, score, band, bars, alerts }: Standing) => ({
  ...{ place, joint, code, name, group, status, score, band, bars, alerts },
});
function standingsKeys({ track, stage, period, state, items, honours }: StandingsView) {
  const codes = (units: { code: string }[]) => units.map(({ code }) => code).sort();
  return {
    ...{ track, stage, period, state },
    items: items.map(standingKeys).sort(by((item) => item.code)),
    honours: honours
      .map(({ granted, referred, provisional, ...rest }) => ({
        ...rest,
        granted: codes(granted),
        referred: codes(referred),
        provisional: codes(provisional),
      }))
      .sort(
        by(
          (honour) => honour.honour,
          (honour) => honour.group ?? '',
        ),
      ),
  };
}

/** Persons are known by their numbers, units by their codes; of a team's members how many they are. */
const recipientKeys = ({ type, externalId, name, members }: Recipient) => ({
  ...{ type, externalId, name },
  ...(members ? { members: members.length } : {}),
});

async function awardsOf(organiser: Person) {
  const lists = await organiser.all(awardListSummary, '/award-lists');
  const views = await Promise.all(lists.map(({ list }) => organiser.get(awardListView, `/award-lists/${list}`)));
  const grants = await organiser.all(grantView, '/grants');
  return {
    lists: views
      .map(({ title, kind, year, honours, candidates, notice, decisions }) => ({
        ...{ title, kind, year },
        honours: honours.sort(
          by(
            (honour) => honour.code,
            (honour) => honour.group ?? '',
          ),
        ),
        candidates: candidates
          .map(({ honour, recipient, place, joint, score, state, reason }) => ({
            ...{ honour, code: recipient.externalId, name: recipient.name, place, joint, score, state, reason },
          }))
          .sort(
            by(
              (candidate) => candidate.honour,
              (candidate) => candidate.code,
            ),
          ),
        notice: notice && { from: notice.from, lastDay: notice.lastDay },
        decisions: decisions.map(({ number, date }) => ({ number, date })).sort(by((decision) => decision.number)),
      }))
      .sort(by((list) => list.title)),
    grants: grants
      .map(({ grant: _, decision: __, competition: ___, recipient, ...rest }) => ({
        ...rest,
        recipient: recipientKeys(recipient),
      }))
      .sort(
        by(
          (grant) => grant.documentNumber,
          (grant) => grant.honour.code,
          (grant) => grant.recipient.externalId,
        ),
      ),
  };
}

/** The last revision of each grant, as an HR system keeps it. */
export async function feedOf(hr: Person): Promise<HrRow[]> {
  const last = new Map<string, HrRow>();
  for (const row of await hr.all(hrRow, '/hr/feed')) {
    const known = last.get(row.grant);
    if (!known || known.revision < row.revision) last.set(row.grant, row);
  }
  const order = by<HrRow>(
    (row) => row.documentNumber,
    (row) => row.honourCode,
    (row) => row.place,
    (row) => row.externalId,
  );
  return [...last.values()].sort(order);
}
const feedKeys = ({ members, ...row }: HrRow) => {
  const {
    grant: _,
    decision: __,
    competition: ___,
    recipientId: ____,
    recipientUnit: _____,
    recordedAt: ______,
    ...rest
  } = row;
  return { ...rest, ...(members ? { members: members.length } : {}) };
};

const appealKeys = ({ entrant: { code }, item, itemLabel, status, answers, decided }: AppealView) => ({
  ...{ code, item, itemLabel, status },
  answers: answers.map(({ department, answer }) => ({ department, answer })),
  decided: decided && { finding: decided.finding, revision: decided.revision },
});

export async function outcomeOf(cast: Cast) {
  const [standings, appeals, reopened, statuses] = await Promise.all([
    standingsOf(cast),
    appealsOf(cast),
    reopenedOf(cast),
    statusesOf(cast),
  ]);
  const [alliances, invitations, outputs, suggestions] = await Promise.all([
    alliancesOf(cast),
    invitationsOf(cast),
    outputsOf(cast),
    suggestionsOf(cast),
  ]);
  const work = { alliances, invitations, outputs, suggestions };
  const honoured = await honouredOf(cast);
  const [company, industry, companyFeed, industryFeed] = await Promise.all([
    cast.company().then(awardsOf),
    cast.industry().then(awardsOf),
    cast.as('yijian.hr').then(feedOf),
    cast.as('chanye.hr').then(feedOf),
  ]);
  const content = {
    standings: standings.map(standingsKeys),
    appeals: appeals.map(appealKeys),
    reopened,
    statuses: statuses.map(({ code, statuses }) => ({ code, statuses })),
    work,
    awards: { company, industry },
    honoured,
    feed: { company: companyFeed.map(feedKeys), industry: industryFeed.map(feedKeys) },
  };
  return {
    standings,
    appeals,
    reopened,
    statuses,
    work,
    honoured,
    feeds: { company: companyFeed, industry: industryFeed },
    content,
    digest: digestOf(content),
  };
}
export type Outcome = Awaited<ReturnType<typeof outcomeOf>>;
