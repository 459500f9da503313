// A check: one entrant in one period. All that decides its result is in its own stream.
import { type Command, type EventNamed, type Refusal, refuse, requestsOf, type SiteDays } from '@jiangong/contracts';
import { type AnswerAppeal, answered, type DecideAppeal, decided, type FileAppeal, filed } from './appeal.ts';
import { evolve as evolveCheck } from './check-evolve.ts';
import type { Check } from './check-state.ts';
import { undecided } from './deciders.ts';
import type { CheckEvent } from './events.ts';
import { planned, type ReportProgress, reported, type SetPlan, type VerifyProgress, verified } from './plan.ts';
import { type Correct, corrected, type Seal, sealed, type Unseal, unsealed } from './seal.ts';
import { type ScoreSelf, selfScored } from './self-score.ts';
import {
  type EnterMark,
  entered,
  type ReturnSheet,
  returned,
  type SaveSheet,
  type SubmitSheet,
  saved,
  submitted,
} from './sheet.ts';
import { type LiftVeto, lifted, type RaiseVeto, raised } from './veto.ts';
import { type EnterPlan, type EnterProgress, planEntered, progressEntered } from './work-cells.ts';

type Make = Command<'make', Omit<EventNamed<'check-made'>['data'], 'check'>>;
/** Requested by the round: it has opened. */
type Open = Command<'open', Record<string, never>>;
/** The entrant has left the competition. */
type Withdraw = Command<'withdraw', Record<string, never>>;
/** The entry's facts up to its event number `seen`; an older one that comes late changes nothing. */
/** `calendar`: the edition of the calendar by which the days are counted. */
type NoteEntry = Command<'note-entry', { seen: number; group?: string; siteDays: SiteDays; calendar?: number }>;
export type CheckCommand =
  | Make
  | Open
  | Withdraw
  | NoteEntry
  | SetPlan
  | ReportProgress
  | VerifyProgress
  | EnterPlan
  | EnterProgress
  | SaveSheet
  | EnterMark
  | SubmitSheet
  | ReturnSheet
  | RaiseVeto
  | LiftVeto
  | Seal
  | Unseal
  | Correct
  | ScoreSelf
  | FileAppeal
  | AnswerAppeal
  | DecideAppeal;

export type State = Check | undefined;
export const initial = undefined as State;
export const evolve = (check: State, event: CheckEvent): State => evolveCheck(check, event);

export function decide(check: State, command: CheckCommand): CheckEvent[] | Refusal {
  if (command.type === 'make') {
    if (check && check.status !== 'withdrawn') return [];
    return [{ type: 'check-made', data: { check: command.id, ...command.data } }];
  }
  if (!check) return refuse('not-found', { what: command.id });
  const refused = undecided(check, command);
  if (refused) return refused;
  switch (command.type) {
    case 'open':
      return check.status === 'made' ? [{ type: 'check-opened', data: { check: check.check } }] : [];
    case 'withdraw':
      // What is sealed stands, unless the round opens again.
      if (check.status === 'withdrawn' || check.status === 'sealed') return [];
      return [{ type: 'check-withdrawn', data: { check: check.check } }];
    case 'note-entry':
      return noted(check, command);
    case 'set-plan':
      return planned(check, command);
    case 'report-progress':
      return reported(check, command);
    case 'verify-progress':
      return verified(check, command);
    case 'enter-plan':
      return planEntered(check, command);
    case 'enter-progress':
      return progressEntered(check, command);
    case 'save-sheet':
      return saved(check, command);
    case 'enter-mark':
      return entered(check, command);
    case 'submit-sheet':
      return submitted(check, command);
    case 'return-sheet':
      return returned(check, command);
    case 'raise-veto':
      return raised(check, command);
    case 'lift-veto':
      return lifted(check, command);
    case 'seal':
      return sealed(check, command);
    case 'unseal':
      return unsealed(check, command);
    case 'correct':
      return corrected(check, command);
    case 'score-self':
      return selfScored(check, command);
    case 'file-appeal':
      return filed(check, command);
    case 'answer-appeal':
      return answered(check, command);
    case 'decide-appeal':
      return decided(check, command);
    default:
      return command satisfies never;
  }
}

/** What is known by a later event of the entry counts; by the same, what was counted by a later calendar. */
function noted({ check, status, seen, calendar = 0 }: Check, { data }: NoteEntry): CheckEvent[] {
  const isLater = data.seen > seen || (data.seen === seen && (data.calendar ?? 0) > calendar);
  return isLater && status !== 'withdrawn' ? [{ type: 'entry-facts-noted', data: { check, ...data } }] : [];
}

/** Makes requests of this noun. */
export const checkCommand = requestsOf<CheckCommand>('check');
