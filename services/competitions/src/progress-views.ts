// How far a competition is, as quarterly-checks publishes it: which rounds are closed, which years are evaluated.
import { type EventNamed, evaluationId, type Read, roundId, type View } from '@jiangong/contracts';
import { outline } from './scheme-language.ts';
import type { Body, Track } from './tracks.ts';

export const roundsClosed: View<{ isClosed: boolean }, EventNamed<'round-closed' | 'round-closure-undone'>> = {
  name: 'rounds-closed',
  events: ['round-closed', 'round-closure-undone'],
  key: ({ data }) => data.round,
  apply: (_, { type }) => ({ isClosed: type === 'round-closed' }),
};
export const yearsEvaluated: View<{ isEvaluated: true }, EventNamed<'annual-evaluation-completed'>> = {
  name: 'years-evaluated',
  events: ['annual-evaluation-completed'],
  key: ({ data }) => data.evaluation,
  apply: () => ({ isEvaluated: true }),
};

/** What a competition still has to do before it can be closed, as people name it. */
export async function unfinishedOf(
  { competition, tracks }: { competition: string; tracks: readonly Track[] },
  bodies: Record<string, Body>,
  read: Read,
): Promise<{ zh: string; en: string }[]> {
  const left: { zh: string; en: string }[] = [];
  for (const { track, label, periods } of tracks) {
    for (const period of periods)
      if (!(await read.get(roundsClosed, roundId(competition, track, period.id)))?.isClosed)
        left.push({ zh: `关闭${label}${period.label}检查`, en: `closing ${period.label} of ${label}` });
    const body = bodies[track];
    const isDue = body && outline(body).get(track)?.hasYear;
    if (isDue && !(await read.get(yearsEvaluated, evaluationId(competition, track))))
      left.push({ zh: `${label}年终考评`, en: `evaluating the year of ${label}` });
  }
  return left;
}
