// The award list of a contest's stage: units and studios that it honours. Persons and teams are honoured in the contest's own
// standings; a list takes them once a recipient can be one. Honours that only admit to a later stage are no awards.
import {
  awardListId,
  type CommandRequest,
  type ContestEntrant,
  type ContestHonour,
  type EventNamed,
  type Recipient,
} from '@jiangong/contracts';
import { awardListCommand, type Draft } from './award-list.ts';
import { cut, shortNameOf } from './drafting.ts';
import type { Note } from './revision.ts';

type Closed = EventNamed<'contest-stage-closed'>['data'];
type Revised = EventNamed<'contest-stage-revised'>['data'];

function recipientOf({ type, id, code, name }: ContestEntrant): Recipient | undefined {
  if ((type !== 'unit' && type !== 'studio') || !code || !name) return undefined;
  return { type, id, externalId: code, name };
}
const states = { granted: 'proposed', referred: 'referred', provisional: 'provisional' } as const;
const parts = ['granted', 'referred', 'provisional'] as const;

const candidatesOf = ({ honour, group, ...contestants }: ContestHonour): Draft['candidates'] =>
  parts.flatMap((part) =>
    contestants[part].flatMap(({ entrant, place, joint, score }) => {
      const recipient = recipientOf(entrant);
      if (!recipient) return [];
      const about = { honour, group, recipient, joint, state: states[part] };
      return [{ ...about, ...(place === undefined ? {} : { place }), ...(score === undefined ? {} : { score }) }];
    }),
  );

/** Nothing where nobody can be on a list. */
export function contestDrafts(closed: Closed): CommandRequest[] {
  const awarded = closed.honours.filter(({ admits }) => !admits);
  const candidates = awarded.flatMap(candidatesOf);
  if (candidates.length === 0) return [];
  const { stage, contestName, competition, year, scoredBy, label, periodLabel } = closed;
  const honours = awarded.filter(({ honour }) => candidates.some((candidate) => candidate.honour === honour));
  const labels = [...new Set(honours.map((each) => each.label))].join('、');
  return [
    awardListCommand(awardListId(stage), 'draft', {
      kind: 'competition',
      title: cut(`${contestName} ${label}${periodLabel ?? ''}：${labels}`, 200),
      year,
      ...(competition ? { competition } : {}),
      evaluation: stage,
      scoredBy,
      honours: honours.map(({ honour, label, group, seats }) => ({
        ...{ code: honour, name: cut(`${year}年度${contestName}${label}`, 200), shortName: shortNameOf(year, label) },
        ...{ level: 'enterprise' as const, group, seats },
      })),
      candidates,
    }),
  ];
}

/** What a correction means for whoever stands on the list: another part in an honour, another place or score. */
export function contestNotes({
  stage,
  revision,
  causes,
  scoredBy,
  honours,
  honourMoves,
  moves,
}: Revised): CommandRequest[] {
  const parted = honourMoves.flatMap(({ honour, group, entrant, before, after }) => {
    const recipient = recipientOf(entrant);
    return recipient ? [{ honour, group, unit: recipient.id, name: recipient.name, before, after }] : [];
  });
  const moved = new Map(moves.map((move) => [move.contestant, move]));
  const shown = ({ place, score }: Revised['moves'][number]['before']) => `${place ?? '—'} / ${score ?? '—'}`;
  const shifted = honours.flatMap(({ honour, group, ...contestants }) =>
    parts.flatMap((part) =>
      contestants[part].flatMap(({ contestant, entrant }) => {
        const [recipient, move] = [recipientOf(entrant), moved.get(contestant)];
        if (!recipient || !move) return [];
        if (parted.some(({ unit, honour: other }) => unit === recipient.id && other === honour)) return [];
        const { id: unit, name } = recipient;
        return [{ honour, group, unit, name, before: shown(move.before), after: shown(move.after) }];
      }),
    ),
  );
  const reasons = [...new Set(causes.flatMap(({ reason }) => reason ?? []))].join('；');
  const note: Note = {
    ...{ revision, reason: cut(reasons || '重新登记成绩', 2000), scoredBy },
    changes: [...parted, ...shifted].slice(0, 500),
  };
  return [awardListCommand(awardListId(stage), 'note-revision', note)];
}
