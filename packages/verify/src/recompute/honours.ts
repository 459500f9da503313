// Honours of a result with the units that get them, as events tell them.
import type { Entrant, EventNamed } from '@jiangong/contracts';
import type { Scheme, StageResult } from '@jiangong/scoring';

type Honours = EventNamed<'annual-evaluation-completed'>['data']['honours'];
type Text = string | { zh: string };
const zh = (text: Text): string => (typeof text === 'string' ? text : text.zh);

/** A number as it is published: two decimals, half away from zero. */
export function published(score: number | null): number | null {
  if (score === null) return null;
  const hundredths = Math.floor((Math.round(Math.abs(score) * 10_000) + 50) / 100);
  return (Math.sign(score) * hundredths) / 100;
}

export function honoursOf(
  scheme: Scheme,
  { track, stage, entrants, honours }: StageResult,
  known: ReadonlyMap<string, Entrant>,
): Honours {
  const own = scheme.tracks.find(({ id }) => id === track)?.stages.find(({ id }) => id === stage);
  const labels = new Map((own?.honours ?? []).map(({ id, label }) => [id, zh(label)]));
  const results = new Map(entrants.map((result) => [result.id, result]));
  const honoured = (id: string): Honours[number]['granted'][number] => {
    const { place, score: exact } = results.get(id)!;
    const entrant = known.get(id)!;
    const score = published(exact);
    const isJoint = entrants.some((other) => {
      return other.id !== id && other.place === place && known.get(other.id)?.group === entrant.group;
    });
    return {
      ...entrant,
      ...(score === null ? {} : { score }),
      ...(place === null ? {} : { place }),
      joint: place !== null && isJoint,
    };
  };
  return honours.map(({ honour, group, seats, granted, referred, provisional }) => ({
    ...{ honour, label: labels.get(honour) ?? honour, group, seats },
    granted: granted.map(honoured),
    referred: referred.map(honoured),
    provisional: provisional.map(honoured),
  }));
}
