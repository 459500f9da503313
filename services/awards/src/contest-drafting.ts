// The award list of a contest's stage: whom it honours, a team with those who were its members then. Honours that only admit to
// a later stage are no awards.
import {
  awardListId,
  type CommandRequest,
  type ContestEntrant,
  type ContestHonour,
  type candidateSource,
  type EventNamed,
  type Recipient,
} from '@jiangong/contracts';
import type { z } from 'zod';
import { awardListCommand, type Draft } from './award-list.ts';
import { shortNameOf } from './drafting.ts';
import { calledOf } from './names.ts';
import { cut } from './period-honours.ts';
import type { Note } from './revision.ts';

type Closed = EventNamed<'contest-stage-closed'>['data'];
type Revised = EventNamed<'contest-stage-revised'>['data'];

/** Of each team, the persons who were its members. */
export type Members = ReadonlyMap<string, readonly string[]>;

function recipientOf({ type, id, code, name, unit }: ContestEntrant, members?: Members): Recipient {
  const belonging = unit === undefined || type === 'unit' ? {} : { unit };
  if (type === 'person') return { type, id, ...belonging };
  const team = members?.get(id);
  return {
    ...{ type, id, ...belonging },
    ...(code ? { externalId: code } : {}),
    ...(name ? { name } : {}),
    ...(team ? { members: [...team] } : {}),
  };
}
/** The teams that a stage honours. */
export const teamsOf = ({ honours }: Pick<Closed, 'honours'>): string[] =>
  honours
    .flatMap((honour) => parts.flatMap((part) => honour[part]))
    .flatMap(({ entrant: { type, id } }) => (type === 'team' ? [id] : []));
const states = { granted: 'proposed', referred: 'referred', provisional: 'provisional' } as const;
const parts = ['granted', 'referred', 'provisional'] as const;

const candidatesOf = (
  { honour, group, ...contestants }: ContestHonour,
  members: Members,
  source: z.infer<typeof candidateSource>,
): Draft['candidates'] =>
  parts.flatMap((part) =>
    contestants[part].map(({ entrant, place, joint, score }) => {
      const recipient = recipientOf(entrant, members);
      const about = { honour, group, recipient, joint, state: states[part], sources: [source] };
      return { ...about, ...(place === undefined ? {} : { place }), ...(score === undefined ? {} : { score }) };
    }),
  );

/** Nothing where nobody can be on a list. */
export function contestDrafts(closed: Closed, members: Members): CommandRequest[] {
  const awarded = closed.honours.filter(({ admits }) => !admits);
  const source = { event: 'contest-stage-closed', stream: `contest-stage/${closed.stage}` };
  const candidates = awarded.flatMap((honour) => candidatesOf(honour, members, source));
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
  const parted = honourMoves.map(({ honour, group, entrant, before, after }) => {
    const { id: unit, ...recipient } = recipientOf(entrant);
    return { honour, group, unit, name: calledOf(recipient), before, after };
  });
  const moved = new Map(moves.map((move) => [move.contestant, move]));
  const shown = ({ place, score }: Revised['moves'][number]['before']) => `${place ?? '—'} / ${score ?? '—'}`;
  const shifted = honours.flatMap(({ honour, group, ...contestants }) =>
    parts.flatMap((part) =>
      contestants[part].flatMap(({ contestant, entrant }) => {
        const [{ id: unit, ...recipient }, move] = [recipientOf(entrant), moved.get(contestant)];
        if (!move || parted.some((part) => part.unit === unit && part.honour === honour)) return [];
        const name = calledOf(recipient);
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
