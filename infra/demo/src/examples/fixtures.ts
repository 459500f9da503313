// Two projects meet in a cup: drawn and entered; what takes a second person is written by hand.
import { contestStageId, definitionOf, type EventNamed } from '@jiangong/contracts';
import type { ApiExample } from '@jiangong/contracts/examples';
import type { Company } from './company.ts';
import { entered } from './contests.ts';

export async function fixtures({ all }: Company): Promise<void> {
  const { id: scheme } = await all.post('/schemes', { template: 'lan-qiu' });
  await all.post(`/schemes/${scheme}/publish`, { acceptUnsupported: true });
  const { id: contest } = await all.post('/contests', {
    ...{ name: '职工篮球赛（演示）', year: 2024, scheme, schemeVersion: 1 },
    tracks: [{ track: 'teams', entrants: 'unit' }],
    registration: { from: '2024-04-01', to: '2024-04-20' },
  });
  const stage = contestStageId(contest, 'teams', 'group', null);
  await all.get(`/contest-stages/${stage}`);
  for (const code of ['XM-01', 'XM-02']) {
    const { unit } = (await all.get(`/units?code=${code}`)).items[0];
    await entered(all, contest, unit, 'teams', 'a');
  }
  await all.post(`/contest-stages/${stage}/open`);
  const { id } = await all.post(`/contest-stages/${stage}/fixtures`, { form: 'single-elimination', group: 'a' });
  await all.get(`/contest-stages/${stage}/fixtures`);
  await all.post(`/fixtures/${id}/games/final/enter`, { score: [68, 61] });
  await all.get(`/fixtures/${id}`);
  await all.get(`/fixtures/${id}/bracket`);
}

const type = 'application/json';
const disputed = definitionOf('fixture-game-disputed')!.example as EventNamed<'fixture-game-disputed'>['data'];
const done = (version: number) => ({ status: '200', type, body: { id: disputed.fixture, version } });
export const written: Record<string, ApiExample> = {
  'POST /api/fixtures/{id}/games/{game}/confirm': { answer: done(3) },
  'POST /api/fixtures/{id}/games/{game}/dispute': {
    request: { type, body: { reason: disputed.reason } },
    answer: done(3),
  },
  'POST /api/fixtures/{id}/games/{game}/settle': {
    request: { type, body: { score: [68, 64], reason: '录像复核，三分有效' } },
    answer: done(4),
  },
};
