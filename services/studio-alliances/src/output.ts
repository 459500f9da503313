// An output: logged by a member, submitted, accepted or rejected (and submitted again); it counts in the year of its adoption.
import { type Actor, peopleOf, type Refusal, refuse, requestsOf } from '@jiangong/contracts';
import { admitted } from './belonging.ts';
import { reminderId } from './duty-calendar.ts';
import { sameTitle, twelveMonthsFrom, yearOf } from './duty-rules.ts';
import { lacking, pointsOf, type Rules, ruleOf, unknownTo } from './output-rule-checks.ts';
import type { Compared, OutputCommand, OutputEvent, OutputStatus, State } from './output-state.ts';
import { wrongState } from './state-labels.ts';

export { evolve, initial, type OutputStatus, type State } from './output-state.ts';

export const admits = (output: State, actor: Actor) => admitted(output, actor);

export function decide(state: State, command: OutputCommand): OutputEvent[] | Refusal {
  const { businessDate } = command;
  if (command.type === 'log') {
    if (state) return refuse('already-exists', { what: state.title });
    const { rules, ...data } = command.data;
    return unknownTo(rules, data) ?? [{ type: 'output-logged', data: { output: command.id, ...data } }];
  }
  if (!state) return refuse('not-found', { what: command.id });
  const { output, alliance, title, adoptedOn, status } = state;
  const about = { output, alliance };
  const not = (...needed: OutputStatus[]) => wrongState('output-state', title, status, ...needed);
  /** Who logs, who certifies and who accepts are different people. */
  const isOneOf = (...people: (string | undefined)[]) =>
    peopleOf(command.actor).some((person) => people.includes(person));
  switch (command.type) {
    case 'amend': {
      if (status !== 'draft' && status !== 'rejected') return not('draft', 'rejected');
      if (isOneOf(...state.certifiers)) return refuse('another-person', { title });
      const { rules, ...changes } = command.data;
      const { kind, applied, contributors, evidence, code, summary, files, wonElsewhere } = state;
      const content = { kind, title, applied, contributors, adoptedOn, evidence };
      const optional = {
        ...(code ? { code } : {}),
        ...(summary ? { summary } : {}),
        ...(files ? { files } : {}),
        ...(wonElsewhere ? { wonElsewhere } : {}),
      };
      const amended = { ...content, ...optional, ...changes };
      return unknownTo(rules, amended) ?? [{ type: 'output-amended', data: { ...about, ...amended } }];
    }
    case 'submit':
      if (status === 'submitted') return [];
      if (status !== 'draft' && status !== 'rejected') return not('draft', 'rejected');
      if ((state.evidence.length === 0 && !state.files?.length) || adoptedOn > businessDate)
        return refuse('output-incomplete', { title, adoptedOn, on: businessDate });
      return submitted(state, command.data.rules);
    case 'certify-benefit': {
      if (status !== 'submitted' && status !== 'accepted') return not('submitted', 'accepted');
      const { from, to } = command.data;
      const until = twelveMonthsFrom(adoptedOn);
      if (from < adoptedOn || to < from || to > until || to > businessDate)
        return refuse('benefit-period', { adoptedOn, until, from, to });
      if (isOneOf(...state.authors, state.accepter, state.acceptedFor)) return refuse('another-person', { title });
      const { benefit } = state;
      if (benefit && !benefit.provisional && command.data.reason === undefined)
        return refuse('benefit-reason', { title });
      const { yuan: given, ...data } = command.data;
      const yuan = given ?? netOf(data);
      const provisional = from > adoptedOn || to < until;
      const points = status === 'accepted' && state.rule ? { points: pointsOf(state.rule, yuan) } : {};
      const ending = provisional ? { until } : {};
      return [
        { type: 'output-benefit-certified', data: { ...about, ...data, yuan, provisional, ...ending, ...points } },
      ];
    }
    case 'end-benefit-year':
      return benefitYearEnded(state, command.data.until);
    case 'accept':
      if (status === 'accepted') return [];
      if (status !== 'submitted') return not('submitted');
      if (isOneOf(...state.authors, ...state.certifiers)) return refuse('another-person', { title });
      return accepted(state, command.data);
    case 'reject':
      if (status !== 'submitted') return not('submitted');
      return [{ type: 'output-rejected', data: { ...about, reason: command.data.reason } }];
    case 'withdraw':
      if (status === 'withdrawn') return [];
      // What was accepted has been counted: only an organiser of its own union takes it back.
      if (status === 'accepted' && !(command.actor.org === state.owner && command.actor.roles.includes('organiser')))
        return not('draft', 'submitted', 'rejected');
      return [{ type: 'output-withdrawn', data: { ...about, reason: command.data.reason } }];
    case 'note-award': {
      if (status === 'withdrawn') return not('draft', 'submitted', 'accepted', 'rejected');
      if (command.data.wonElsewhere === state.wonElsewhere) return [];
      return [{ type: 'output-award-noted', data: { ...about, ...command.data } }];
    }
    case 'adopt': {
      if (status !== 'accepted') return not('accepted');
      const { unit, adoptedOn: day } = command.data;
      if (day < adoptedOn || day > businessDate)
        return refuse('adoption-date', { from: adoptedOn, on: businessDate, adoptedOn: day });
      const known = state.adoptions?.find((each) => sameTitle(each.unit) === sameTitle(unit));
      if (known?.adoptedOn === day && known.yuan === command.data.yuan) return [];
      if (known) return refuse('already-exists', { what: unit });
      return [{ type: 'output-adopted', data: { ...about, ...command.data } }];
    }
    default:
      return command satisfies never;
  }
}

function submitted(state: NonNullable<State>, rules: Rules | undefined): OutputEvent[] | Refusal {
  const { output, alliance } = state;
  const amiss = unknownTo(rules, state) ?? lacking(rules, state);
  if (amiss) return amiss;
  const rule = rules ? { rule: ruleOf(rules, state) } : {};
  return [{ type: 'output-submitted', data: { output, alliance, ...rule } }];
}

function accepted(
  { output, alliance, title, adoptedOn, wonElsewhere, rule, benefit }: NonNullable<State>,
  { alike = [], comparisons = [] }: Compared,
): OutputEvent[] | Refusal {
  const stray = comparisons.find((each) => !alike.some((other) => other.output === each.output));
  if (stray) return refuse('not-found', { what: stray.output });
  const open = alike.filter((other) => !comparisons.some((each) => each.output === other.output));
  if (open.length) return refuse('duplicates-undecided', { title, outputs: open.map((other) => other.title) });
  if (rule?.benefitNeeded && !benefit) return refuse('benefit-missing', { title, kind: rule.kind });
  const counted = {
    year: yearOf(adoptedOn),
    counts: wonElsewhere === undefined && !comparisons.some(({ same }) => same),
  };
  const points = rule ? { points: pointsOf(rule, benefit?.yuan) } : {};
  const compared = comparisons.length ? { comparisons } : {};
  return [{ type: 'output-accepted', data: { output, alliance, ...counted, ...points, ...compared } }];
}

/** What was certified for less than twelve months can be certified for all of them: finance hears of it. */
function benefitYearEnded(
  { output, alliance, title, status, benefit }: NonNullable<State>,
  until: string,
): OutputEvent[] {
  if (status === 'withdrawn' || !benefit?.provisional || benefit.until !== until) return [];
  const text = {
    zh: '效益满十二个月，请核定全年效益',
    en: 'twelve months of the benefit are over: certify the whole of it',
  };
  const about = { task: 'certify-benefit' as const, to: { role: 'finance' as const }, about: title, due: until };
  const reminder = reminderId('benefit', output, until);
  return [
    { type: 'output-benefit-year-ended', data: { output, alliance, until } },
    { type: 'alliance-reminder-due', data: { reminder, ...about, text, link: `/outputs/${output}` } },
  ];
}

/** In cents, so that no fraction is lost; where the cost is greater, nothing. */
const netOf = ({ gross = 0, cost = 0 }: { gross?: number | undefined; cost?: number | undefined }) =>
  Math.max(0, Math.round(gross * 100) - Math.round(cost * 100)) / 100;

/** Makes requests of this noun. */
export const outputCommand = requestsOf<OutputCommand>('output');
