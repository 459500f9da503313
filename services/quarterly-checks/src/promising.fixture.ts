// For tests: the year's competition by the shipped scheme, whose quarter promises a flag, a single prize and a share.
import { jsonObject } from '@jiangong/contracts';
import { body, launch } from './year.fixture.ts';

const honours = [
  { id: 'flag', label: { zh: '流动红旗', en: 'Travelling flag' }, take: 1 },
  {
    id: 'quality-prize',
    label: '质量单项奖',
    take: 1,
    rankBy: ['quality'],
    require: [{ figure: 'quality', atLeast: 14 }],
  },
  { id: 'advanced', label: '先进', share: 50 },
];
function bodyWithHonours() {
  const scheme = structuredClone(body) as {
    language: number;
    tracks: { id: string; stages: { id: string; honours?: object[] }[] }[];
  };
  scheme.language = 2;
  scheme.tracks.find(({ id }) => id === 'projects')!.stages.find(({ id }) => id === 'quarter')!.honours = honours;
  return jsonObject.parse(scheme);
}

const tracks = launch.data.tracks.map((track) => ({ ...track, body: bodyWithHonours() }));
export const promising = { ...launch, data: { ...launch.data, tracks } };
