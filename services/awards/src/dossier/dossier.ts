// A candidate's papers: handed in until the list's last day for them; what is late or missing, the committee alone does without,
// and may still come afterwards.
import {
  type Command,
  type dossierView,
  type EventNamed,
  type NamedFile,
  type Refusal,
  type RequiredPaper,
  refuse,
  requestsOf,
} from '@jiangong/contracts';
import type { z } from 'zod';

type Event = EventNamed<'paper-handed-in' | 'paper-waived' | 'dossier-texts-erased'>;
interface Needed {
  list: string;
  /** Whose it is, as refusals call it. */
  name: string;
  /** As the list has it; undefined if the candidate needs none of the name. */
  needed: RequiredPaper | undefined;
}
interface HandedIn extends Needed {
  lastDay: string | undefined;
  files: NamedFile[] | undefined;
  /** Of a text. */
  characters: number | undefined;
}
export type DossierCommand =
  | Command<'hand-in', HandedIn>
  | Command<'waive', Needed & { reason: string }>
  | Command<'erase-texts', object>;

export type State = z.infer<typeof dossierView> | undefined;
export const initial = undefined as State;

export function decide(dossier: State, command: DossierCommand): Event[] | Refusal {
  const { id, actor, businessDate: on } = command;
  if (command.type === 'erase-texts')
    return dossier?.papers.some(isText) ? [{ type: 'dossier-texts-erased', data: { dossier: id, by: actor.sub } }] : [];
  const { list, needed, name } = command.data;
  if (!needed) return refuse('paper-not-needed', { name });
  const { paper, label } = needed;
  const there = dossier?.papers.find((each) => each.paper === paper);
  switch (command.type) {
    case 'hand-in': {
      const { lastDay } = command.data;
      if (lastDay !== undefined && on > lastDay && !there?.waived) return refuse('paper-late', { label, lastDay });
      const unfit = unfitFor(needed, command.data);
      if (unfit) return unfit;
      const { files, characters } = command.data;
      const what = files
        ? { files: files.map((file, at) => calledAfter(label, file, at)) }
        : { characters: characters! };
      return [{ type: 'paper-handed-in', data: { dossier: id, list, paper, ...what, by: actor.sub, on } }];
    }
    case 'waive': {
      if (there?.handedIn) return refuse('paper-there', { label });
      if (there?.waived) return [];
      const { reason } = command.data;
      return [{ type: 'paper-waived', data: { dossier: id, list, paper, reason, by: actor.sub } }];
    }
    default:
      return command satisfies never;
  }
}
const isText = ({ handedIn }: NonNullable<State>['papers'][number]) => handedIn?.characters !== undefined;

function unfitFor({ kind, label, characters: most }: RequiredPaper, { files, characters }: HandedIn) {
  if (kind === 'text' ? files || characters === undefined : !files?.length || characters !== undefined)
    return refuse(kind === 'text' ? 'paper-is-text' : 'paper-is-file', { label });
  if (most !== undefined && characters !== undefined && characters > most)
    return refuse('paper-too-long', { label, most, count: characters });
  return undefined;
}
/** A file’s own name may name a person, which no event does. */
function calledAfter(label: string, file: NamedFile, at: number): NamedFile {
  const ending = /\.[a-z0-9]{1,5}$/i.exec(file.name)?.[0] ?? '';
  return { ...file, name: `${label}${at === 0 ? '' : at + 1}${ending}` };
}

export function evolve(dossier: State, event: Event): State {
  if (event.type === 'dossier-texts-erased') {
    const papers = dossier!.papers.flatMap((each) => {
      if (!isText(each)) return [each];
      return each.waived ? [{ paper: each.paper, waived: each.waived }] : [];
    });
    return { ...dossier!, papers };
  }
  const { dossier: id, list, paper, ...said } = event.data;
  const known = dossier?.papers.find((each) => each.paper === paper);
  const others = dossier?.papers.filter((each) => each.paper !== paper) ?? [];
  const now = 'reason' in said ? { waived: said } : { handedIn: said };
  return { dossier: id, list, papers: [...others, { paper, ...known, ...now }] };
}

/** Makes requests of this noun. */
export const dossierCommand = requestsOf<DossierCommand>('dossier');
