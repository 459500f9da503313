// Routes of eligibility: bars and rules of a union, what stands against whom on a list, and the committee's overrides.
import {
  type AwardListView,
  awardBarView,
  awardRules,
  type EligibilityFailure,
  eligibilityView,
  id,
  liftAwardBar,
  overrideEligibility,
  recordAwardBar,
  refuse,
  setAwardRules,
  withRecordId,
} from '@jiangong/contracts';
import { get, pageOf, paging, post, put } from '@jiangong/service-kit';
import { z } from 'zod';
import { awardBarCommand } from './award-bar.ts';
import { awardListCommand } from './award-list.ts';
import { awardRulesCommand, awardRulesId } from './award-rules.ts';
import { barsOf, isHeld, overrideOf } from './eligibility.ts';
import { failuresOf, failuresOn, rulesOf } from './eligibility-facts.ts';
import { awardBars } from './eligibility-views.ts';
import { calledOf } from './names.ts';
import { listWithNames, withNames } from './people.ts';
import { readers } from './readers.ts';
import { recipientOn, recipients } from './recipients.ts';
import { tables } from './tables.ts';
import { awardLists } from './views.ts';

const byId = z.object({ id });
const keepers = ['organiser', 'committee'] as const;

export const eligibilityRoutes = [
  post('/award-bars', {
    summary: ['登记不予表彰情形', 'Record what bars a unit from honours'],
    roles: keepers,
    body: recordAwardBar,
    async handle({ body: { id, unit, years, ...bar }, read, newId }) {
      const found = await read.get(recipients, unit);
      if (found?.type !== 'unit') return refuse('recipient-unknown', { recipients: [unit] });
      const data = { unit, name: calledOf(found), years, ...bar };
      return withRecordId(id, newId(), (bar) => awardBarCommand(bar, 'record', data));
    },
  }),
  get('/award-bars', {
    summary: ['不予表彰情形列表', 'List bars'],
    roles: readers,
    querystring: z.object(paging),
    answer: pageOf(awardBarView),
    query: ({ query: { cursor, limit }, read }) => read.page(awardBars, {}, { after: cursor, limit }),
    table: tables.bars,
  }),
  post('/award-bars/:id/lift', {
    summary: ['解除不予表彰', 'Lift a bar'],
    roles: ['committee'],
    params: byId,
    body: liftAwardBar,
    handle: ({ params, body }) => awardBarCommand(params.id, 'lift', body),
  }),
  put('/award-rules', {
    summary: ['设置表彰规则', 'Set the rules for honours'],
    roles: keepers,
    body: setAwardRules,
    handle: ({ body, actor }) => awardRulesCommand(awardRulesId(actor.org), 'set', body),
  }),
  get('/award-rules', {
    summary: ['查看表彰规则', 'Read the rules for honours'],
    roles: readers,
    answer: awardRules,
    query: ({ actor, read }) => rulesOf(read, actor.org),
    stream: (_, { org }) => `award-rules/${awardRulesId(org)}`,
  }),
  get('/award-lists/:id/eligibility', {
    summary: ['预审资格：谁不符合哪一条、依据何在', 'Try eligibility: who fails which rule, and why'],
    roles: readers,
    params: byId,
    querystring: z.object({ recipient: id.optional() }),
    answer: eligibilityView,
    async query(request) {
      const { params, query, read } = request;
      const list = await read.get(awardLists, params.id);
      if (!list) return undefined;
      if (query.recipient === undefined)
        return eligibilityOf(await listWithNames(list, request.states), await failuresOn(list, request));
      const row = await read.get(recipients, query.recipient);
      if (!row) return undefined;
      const [tried] = await withNames([{ recipient: recipientOn(row, request.businessDate) }], request.states);
      return triedOf(list, tried!.recipient, await failuresOf(list, [row.id], request));
    },
    table: tables.eligibility,
  }),
  post('/award-lists/:id/override', {
    summary: ['豁免（评审委员会说明理由）', 'Override what stands against a recipient'],
    roles: ['committee'],
    params: byId,
    body: overrideEligibility,
    async handle(request) {
      const { params, body, read } = request;
      const list = await read.get(awardLists, params.id);
      if (!list) return refuse('not-found', { what: params.id });
      const { recipient, reason } = body;
      const found = await read.get(recipients, recipient);
      if (!found) return refuse('recipient-unknown', { recipients: [recipient] });
      const failures = (await failuresOf(list, [recipient], request)).filter((each) => each.recipient === recipient);
      return awardListCommand(params.id, 'override', { recipient, name: calledOf(found), failures, reason });
    },
  }),
];

type Candidate = AwardListView['candidates'][number];
type Honoured = Pick<Candidate, 'honour' | 'recipient'>;
type View = z.infer<typeof eligibilityView>;

function shownOf(
  list: AwardListView,
  all: readonly EligibilityFailure[],
  of: Honoured,
): View['items'][number]['failures'] {
  const own = all.filter((each) => each.recipient === of.recipient.id && [null, of.honour].includes(each.honour));
  return own.map((failure) => {
    const { recipient: _, honour: __, ...shown } = failure;
    const override = overrideOf(list, failure);
    return { ...shown, ...(override ? { overridden: { reason: override.reason, by: override.by } } : {}) };
  });
}
const head = ({ list, title, year }: AwardListView) => ({ list, title, year });

function eligibilityOf(list: AwardListView, failures: readonly EligibilityFailure[]): View {
  const standing = list.candidates.filter(({ state }) =>
    ['proposed', 'referred', 'provisional', 'barred'].includes(state),
  );
  const failing = standing.filter((of) => isHeld(failures, of) || barsOf(list, failures, of).length > 0);
  const items = standing.map(({ candidate, honour, recipient, state }) => ({
    ...{ candidate, recipient: recipient.id, name: calledOf(recipient), honour, state },
    failures: shownOf(list, failures, { honour, recipient }),
  }));
  return { ...head(list), failing: failing.length, items: items.filter((item) => item.failures.length > 0) };
}

/** Somebody who is not on the list yet: what stands against any of its honours. */
function triedOf(list: AwardListView, tried: Candidate['recipient'], failures: readonly EligibilityFailure[]): View {
  const honours = [...new Set(list.honours.map(({ code }) => code))];
  const items = honours.map((honour) => ({
    ...{ recipient: tried.id, name: calledOf(tried), honour },
    failures: shownOf(list, failures, { honour, recipient: tried }),
  }));
  const failing = items.filter((item) => item.failures.some(({ overridden }) => !overridden));
  return { ...head(list), failing: failing.length, items: items.filter((item) => item.failures.length > 0) };
}
