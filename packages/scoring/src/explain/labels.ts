// What the ids of a scheme are called: figures, stages, honours and vetoes, as a step of an explanation names them.
import { findSheet, findStage } from '../compile/context.ts';
import type { Criterion } from '../schema/criterion.ts';
import { splitFigure } from '../schema/figure.ts';
import type { Scheme, Track } from '../schema/scheme.ts';
import type { Stage } from '../schema/stage.ts';
import type { Text } from '../schema/text.ts';
import { wording } from './render.ts';
import type { Language } from './words.ts';

export interface Place {
  scheme: Scheme;
  track: Track;
  stage: Stage;
}

const WHOLE: Record<string, { zh: string; en: string }> = {
  score: { zh: '得分', en: 'score' },
  place: { zh: '名次', en: 'place' },
  events: { zh: '扣分事项数', en: 'number of faults' },
};
const PARTS = {
  value: { zh: '', en: '' },
  raw: { zh: '（原始值）', en: ' (before points)' },
  plan: { zh: '（计划）', en: ' (plan)' },
  events: { zh: '（事项数）', en: ' (events)' },
};

/** The stage that a pointer into the scheme leads to. */
export function placeAt(scheme: Scheme, at: string): Place | undefined {
  const [, trackAt, stageAt] = /^\/tracks\/(\d+)\/stages\/(\d+)/.exec(at) ?? [];
  const track = scheme.tracks[Number(trackAt)];
  const stage = track?.stages[Number(stageAt)];
  return track && stage && { scheme, track, stage };
}

/** What `stage`, `track.stage` or `track.stage.period` means, read from a track. */
export function placeOf({ scheme, track }: Place, name: string): Place | undefined {
  const [first = '', second] = name.split('.');
  const found = findStage(scheme, second === undefined ? first : `${first}.${second}`, track);
  return found && { scheme, ...found };
}

export function stageLabel(place: Place, name: string, language: Language): string {
  const found = placeOf(place, name);
  if (!found) return name;
  const { track, stage } = found;
  const period = stage.periods?.find(({ id }) => id === name.split('.')[2]);
  const own = wording((period ?? stage).label, language);
  return track === place.track ? own : `${wording(track.label, language)} ${own}`;
}

export function figureLabel(place: Place, figure: string, language: Language): string {
  const whole = WHOLE[figure];
  if (whole) return whole[language];
  const { id, part } = splitFigure(figure);
  const label = criterionLabel(place, id);
  return label === undefined ? figure : wording(label, language) + PARTS[part][language];
}

export function honourLabel({ stage }: Place, id: string, language: Language): string {
  const found = stage.honours?.find((honour) => honour.id === id);
  return found ? wording(found.label, language) : id;
}

/** A veto, a figure, or a figure with the number that it is compared with. */
export function causeLabel(place: Place, cause: string, language: Language): string {
  const { scheme, track, stage } = place;
  const veto = findSheet(scheme, track, stage)?.sheet.vetoes?.find(({ id }) => id === cause);
  if (veto) return wording(veto.label, language);
  const [figure = cause, ...compared] = cause.split(' ');
  return [figureLabel(place, figure, language), ...compared].join(' ');
}

function criterionLabel({ scheme, track, stage }: Place, id: string): Text | undefined {
  const sheet = findSheet(scheme, track, stage)?.sheet;
  const within = (nodes: readonly Criterion[]): Criterion[] =>
    nodes.flatMap((node) => [node, ...within(node.of ?? [])]);
  const all = within([...(sheet?.criteria ?? []), ...(sheet?.adjustments?.items ?? [])]);
  return all.find((node) => node.id === id)?.label;
}
