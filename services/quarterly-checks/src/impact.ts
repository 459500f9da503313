// What another text of a track's scheme would change in closed periods: a preview before publishing.
import {
  type Entrant,
  type impactView,
  type previewImpact,
  type Read,
  type Refusal,
  refuse,
} from '@jiangong/contracts';
import { compatible, diff, impact, type Move, parseScheme, validate } from '@jiangong/scoring';
import type { z } from 'zod';
import { launchedOf } from './assemble.ts';
import { evaluateAll, published, schemeOf } from './evaluate.ts';
import { closedTracks } from './track-inputs.ts';
import { entries } from './views.ts';

type Answer = z.infer<typeof impactView>;

export async function impactOf(
  { competition, track, body }: z.infer<typeof previewImpact>,
  read: Read,
): Promise<Answer | Refusal> {
  const launched = await launchedOf(competition, read);
  const own = launched?.tracks.find((each) => each.track === track);
  if (!launched || !own) return refuse('not-found', { what: own ? competition : track });
  const findings = validate(body);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    return refuse('scheme-faulty', { count: errors.length, errors: errors.map(({ at, zh, en }) => ({ at, zh, en })) });

  const [before, after] = [schemeOf(own.body), parseScheme(body)];
  const { scheme, schemeVersion } = own;
  const about = { competition, track, scheme, schemeVersion, findings, changes: diff(before, after) };
  const tracks = await closedTracks(launched, own, read);
  const incompatible = compatible(after, evaluateAll(tracks));
  if (incompatible.length > 0) return { ...about, incompatible, moves: [], rescored: 0 };

  const stages = tracks.flatMap((each) => each.stages);
  const { moves, ...found } = impact(before, after, { stages });
  const known = await read.all(entries, { competition });
  const names = new Map(known.flatMap(({ entry, entrant }) => (entrant ? [[entry, entrant] as const] : [])));
  return { ...about, incompatible, moves: moves.map((move) => rankChangeOf(move, names)), ...found };
}

function rankChangeOf({ stage: name, id, group, before, after }: Move, names: ReadonlyMap<string, Entrant>) {
  const [track = '', stage = '', period = null] = name.split('.');
  const { code, name: unit } = names.get(id)!;
  const shown = (standing: Move['before']) => ({ ...standing, score: published(standing.score) });
  return { track, stage, period, entry: id, code, name: unit, group, before: shown(before), after: shown(after) };
}
