// Appeals of a check: its entrant holds that an item was scored wrongly, a department that it belongs to answers, and
// somebody who had no part in it decides. An appeal that is upheld corrects the result in the same commit.
import {
  type Actor,
  type AppealView,
  type Command,
  canonical,
  type decideAppeal,
  type EventNamed,
  hasPart,
  isRefusal,
  type NamedFile,
  peopleOf,
  type Refusal,
  refuse,
  valueLabels,
} from '@jiangong/contracts';
import type { z } from 'zod';
import { type Check, departmentLabel } from './check-state.ts';
import { applies, unknownCriterion } from './criteria.ts';
import type { Competing } from './deciders.ts';
import { enteredAsDeputy } from './deputies.ts';
import type { Body } from './evaluate.ts';
import type { CheckEvent } from './events.ts';
import { corrected, scorersOf } from './seal.ts';
import { vetoLabel } from './veto.ts';

type About = Pick<AppealView, 'about' | 'item'>;
/** `window`: when this may be appealed; absent, while the result is not published. */
export type FileAppeal = Command<
  'file-appeal',
  About & {
    appeal: string;
    reason: string;
    evidence: string[];
    files?: NamedFile[];
    window?: { from: string; lastDay: string };
    answerBy: string;
  }
>;
export type AnswerAppeal = Command<'answer-appeal', { appeal: string; answer: string }>;
export type DecideAppeal = Command<
  'decide-appeal',
  z.infer<typeof decideAppeal> & Competing & { appeal: string; body: Body }
>;

export function filed(check: Check, { data, actor, businessDate, now }: FileAppeal): CheckEvent[] | Refusal {
  const { window, ...given } = data;
  const { entrant, period, sealed, appeals = {}, round, competition } = check;
  if (appeals[data.appeal]) return [];
  // Whoever organises as well appeals for nobody but its own units.
  if (!actor.units.includes(entrant.unit)) return refuse('not-yours', { scope: entrant.name, unit: entrant.unit });
  if (!sealed || !window) return refuse('appeals-not-open', { unit: entrant.name, period: period.label });
  if (businessDate < window.from || businessDate > window.lastDay) return refuse('appeal-out-of-time', window);
  const about = itemOf(check, data);
  if (isRefusal(about)) return about;
  if (data.evidence.length === 0 && !data.files?.length) return refuse('appeal-without-proof');
  const same = Object.values(appeals).filter((each) => each.about === data.about && each.item === data.item);
  const stands = same.find(({ status, decided }) => status === 'open' || decided?.revision === sealed.revision);
  if (stands) return refuse('appeal-known', { item: about.itemLabel, ...inWords(stands) });
  const where = { check: check.check, round, competition, entrant };
  const signed = { revision: sealed.revision, by: actor.sub, at: now };
  return [{ type: 'appeal-filed', data: { ...where, ...given, ...about, ...signed } }];
}

export function answered(check: Check, { data, actor, now }: AnswerAppeal): CheckEvent[] | Refusal {
  const appeal = openAppeal(check, data.appeal);
  if (isRefusal(appeal)) return appeal;
  const department = appeal.departments.find((each) => actor.departments.includes(each));
  if (!department) return refuse('not-yours', { scope: appeal.itemLabel });
  const signed = { department, by: actor.sub, at: now };
  return [{ type: 'appeal-answered', data: { check: check.check, ...data, ...signed } }];
}

export function decided(check: Check, command: DecideAppeal): CheckEvent[] | Refusal {
  const { actor, businessDate, now } = command;
  const { appeal: id, outcome, finding, body, competes, ...change } = command.data;
  const appeal = openAppeal(check, id);
  if (isRefusal(appeal)) return appeal;
  if (competes || takesPart(check, appeal, actor)) return refuse('own-appeal');
  const { answers, departments, answerBy } = appeal;
  if (answers.length === 0 && businessDate <= answerBy)
    return refuse('appeal-not-answered', {
      departments: departments.map((each) => departmentLabel(check, each)),
      answerBy,
    });
  const decision = (revision: number): CheckEvent => ({
    type: 'appeal-decided',
    data: { check: check.check, appeal: id, outcome, finding, revision, decidedBy: actor.sub, at: now },
  });
  if (outcome === 'dismissed') {
    const corrects = Object.keys(change.marks).length + change.raise.length + change.lift.length > 0;
    if (corrects) return refuse('appeal-dismissed-corrects');
    return [decision(check.sealed?.revision ?? appeal.revision)];
  }
  const correction = corrected(check, { ...command, type: 'correct', data: { ...change, body, reason: finding } });
  // It was put right since: by another correction, or in the sheets of the round that was open again.
  if (isRefusal(correction) && correction.refused === 'nothing-to-correct' && check.sealed!.revision > appeal.revision)
    return [decision(check.sealed!.revision)];
  if (isRefusal(correction)) return correction;
  const [event] = correction;
  if (event?.type !== 'result-corrected') return correction;
  if (!touches(check, appeal, event.data)) return refuse('appeal-item-unchanged', { item: appeal.itemLabel });
  return [event, decision(event.data.revision)];
}

/** What the appeal is about, as people call it, and whose it is. */
function itemOf(check: Check, { about, item }: About): { itemLabel: string; departments: string[] } | Refusal {
  if (about === 'veto') {
    const stands = check.sealed?.vetoes.some(({ id }) => id === item);
    if (!stands) return refuse('veto-not-standing', { veto: item, vetoLabel: vetoLabel(check, item) });
    const rule = check.vetoRules.find(({ id }) => id === item);
    const departments = rule?.raisedBy ?? check.departments.map(({ id }) => id);
    return { itemLabel: vetoLabel(check, item), departments };
  }
  const own = check.criteria.filter((criterion) => applies(criterion, check.entrant.group));
  const criterion = own.find(({ id }) => id === item);
  return criterion ? { itemLabel: criterion.label, departments: [criterion.owner] } : unknownCriterion(item, own);
}

function openAppeal({ appeals = {} }: Check, id: string): AppealView | Refusal {
  const appeal = appeals[id];
  if (!appeal) return refuse('not-found', { what: id });
  return appeal.status === 'open' ? appeal : refuse('appeal-closed', inWords(appeal));
}
const inWords = ({ status }: AppealView) => ({ status, statusZh: valueLabels.appeal[status] });

/** Whoever scored, filed, answered or belongs to the unit has a part in it. */
export function takesPart(check: Check, { by, answers }: AppealView, actor: Actor): boolean {
  const revisions = [...check.earlier, check.undone?.sealed, check.sealed].filter((sealed) => sealed !== undefined);
  const scorers = [...revisions.flatMap(({ scoredBy }) => scoredBy), ...scorersOf(check)];
  const people = [...scorers, by, ...answers.map((answer) => answer.by), ...(check.deputies?.answering ?? [])];
  return (
    peopleOf(actor).some((person) => people.includes(person)) ||
    hasPart(actor, check.entrant) ||
    enteredAsDeputy(check, actor)
  );
}

/** Whether a correction changes the item: its mark, or a veto, which may be what the item's points hang on. */
function touches({ sealed }: Check, { about, item }: AppealView, after: EventNamed<'result-corrected'>['data']) {
  const kinds = (vetoes: readonly { id: string }[]) => vetoes.map(({ id }) => id);
  const before = sealed!;
  if (about === 'veto') return !kinds(after.vetoes).includes(item);
  const mark = ({ [item]: found }: typeof after.inputs) => {
    const { by: _, at: __, ...entered } = found ?? {};
    return canonical(entered);
  };
  return (
    mark(before.inputs) !== mark(after.inputs) || canonical(kinds(before.vetoes)) !== canonical(kinds(after.vetoes))
  );
}
