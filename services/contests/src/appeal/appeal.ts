// An appeal of a contestant's result: whoever scored it answers, and somebody who had no part in it decides. What an appeal that
// is upheld corrects follows by itself, and the stage makes its results anew.
import {
  type Actor,
  type Command,
  type ContestAbsence,
  canonical,
  type decideContestAppeal,
  type EventNamed,
  type Marks,
  peopleOf,
  type Refusal,
  refuse,
  requestsOf,
  valueLabels,
} from '@jiangong/contracts';
import type { z } from 'zod';

export type AppealEvent = EventNamed<'contest-appeal-filed' | 'contest-appeal-answered' | 'contest-appeal-decided'>;
type Filed = EventNamed<'contest-appeal-filed'>['data'];
export type Entered = Filed['entered'];
type Given = z.infer<typeof decideContestAppeal>;

/** `window`: when it may be appealed; absent, while the result is not published. `open`: there is one about the item already. */
type File = Command<
  'file',
  Omit<Filed, 'appeal' | 'by' | 'at'> & { window?: { from: string; lastDay: string } | undefined; open: boolean }
>;
type Answer = Command<'answer', { answer: string }>;
/**
 * `now`: what is entered; `items`: by panel, what it is called in the scheme. `competes`: a unit of whoever decides takes part.
 * `scored`: people who scored the stage, or decided another appeal of this contestant.
 */
type Decide = Command<
  'decide',
  Given & { now: Entered; items: Record<string, string>; competes: boolean; scored: string[] }
>;

export interface Appeal extends Filed {
  status: 'open' | 'upheld' | 'dismissed';
  answers: Omit<EventNamed<'contest-appeal-answered'>['data'], 'appeal'>[];
  decided?: Pick<EventNamed<'contest-appeal-decided'>['data'], 'finding' | 'decidedBy' | 'at'>;
}
export type State = Appeal | undefined;
export const initial = undefined as State;

export function decide(appeal: State, command: File | Answer | Decide): AppealEvent[] | Refusal {
  if (command.type === 'file') return filed(appeal, command);
  if (!appeal) return refuse('not-found', { what: command.id });
  if (appeal.status !== 'open') return refuse('appeal-closed', inWords(appeal.status));
  if (command.type === 'decide') return decided(appeal, command);
  const { actor, now: at } = command;
  if (!peopleOf(actor).some((person) => appeal.scorers.includes(person)))
    return refuse('not-yours', { scope: appeal.itemLabel });
  const data = { appeal: command.id, answer: command.data.answer, by: actor.sub, at };
  return [{ type: 'contest-appeal-answered', data }];
}

function filed(appeal: State, { id, data, actor, businessDate, now: at }: File): AppealEvent[] | Refusal {
  const { window, open, ...given } = data;
  if (!window) return refuse('contest-appeals-not-open');
  if (businessDate < window.from || businessDate > window.lastDay) return refuse('appeal-out-of-time', window);
  if (given.evidence.length === 0) return refuse('appeal-without-proof');
  if (appeal || open) return refuse('appeal-known', { item: given.itemLabel, ...inWords(appeal?.status ?? 'open') });
  return [{ type: 'contest-appeal-filed', data: { appeal: id, ...given, by: actor.sub, at } }];
}

function decided(appeal: Appeal, { data, actor, businessDate, now: at }: Decide): AppealEvent[] | Refusal {
  const { outcome, finding, marks, absence, sheets, now, items, competes, scored } = data;
  if (competes || takesPart(appeal, scored, actor)) return refuse('own-appeal');
  const { answers, answerBy, itemLabel: item } = appeal;
  if (answers.length === 0 && businessDate <= answerBy) return refuse('contest-appeal-not-answered', { answerBy });
  const corrects = Object.keys(marks).length > 0 || absence !== undefined || sheets.length > 0;
  if (outcome === 'dismissed' && corrects) return refuse('contest-appeal-corrects');
  if (outcome === 'upheld') {
    // It was put right since, without the appeal.
    const before = corrects ? now : appeal.entered;
    const after = corrects ? corrected(now, { marks, absence, sheets }, items) : now;
    if (about(before, appeal.item) === about(after, appeal.item)) return refuse('contest-appeal-unchanged', { item });
  }
  const { appeal: id, stage, contestant } = appeal;
  const correction = { marks, ...(absence === undefined ? {} : { absence }), sheets };
  const decision = { appeal: id, stage, contestant, outcome, finding, ...correction, decidedBy: actor.sub, at };
  return [{ type: 'contest-appeal-decided', data: decision }];
}

/** Whoever scored, filed or answered has a part in it. */
export const takesPart = ({ by, answers }: Appeal, scored: readonly string[], actor: Actor): boolean =>
  peopleOf(actor).some((person) => [...scored, by, ...answers.map((answer) => answer.by)].includes(person));

/** What is entered after a correction. */
export function corrected(
  now: Entered,
  { marks, absence, sheets }: Pick<Given, 'marks' | 'absence' | 'sheets'>,
  items: Readonly<Record<string, string>>,
): Entered {
  const stands = absence === undefined ? now.absence : (absence ?? undefined);
  const judges = { ...now.judges };
  for (const { panel, seat, marks } of sheets) {
    const item = items[panel]!;
    const before = judges[item]?.[seat];
    const after: Marks = { ...(before === 'recused' ? {} : before), ...marks };
    judges[item] = { ...judges[item], [seat]: after };
  }
  return {
    marks: { ...now.marks, ...marks },
    ...(Object.keys(judges).length > 0 ? { judges } : {}),
    ...(stands ? { absence: stands satisfies ContestAbsence } : {}),
  };
}

/** What an item of the entered is, to be compared; without an item, why there is no number. */
function about({ marks, judges = {}, absence }: Entered, item: string | null): string {
  if (item === null) return absence ?? '';
  const given = Object.values(judges).flatMap((seats) =>
    Object.entries(seats).map(([seat, sheet]) => [seat, sheet === 'recused' ? sheet : plain(sheet[item])]),
  );
  return canonical([plain(marks[item]), given]);
}
const plain = (mark: Marks[string] | undefined) => {
  const { by: _, at: __, ...entered } = mark ?? {};
  return entered;
};
const inWords = (status: Appeal['status']) => ({ status, statusZh: valueLabels.appeal[status] });

export function evolve(appeal: State, event: AppealEvent): State {
  if (event.type === 'contest-appeal-filed') return { ...event.data, status: 'open', answers: [] };
  if (!appeal) return appeal;
  if (event.type === 'contest-appeal-answered') {
    const { appeal: _, ...answer } = event.data;
    return { ...appeal, answers: [...appeal.answers, answer] };
  }
  const { outcome, finding, decidedBy, at } = event.data;
  return { ...appeal, status: outcome, decided: { finding, decidedBy, at } };
}

/** Makes requests of this noun. */
export const appealCommand = requestsOf<File | Answer | Decide>('contest-appeal');
