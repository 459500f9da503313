// Plausible values that the events' examples share.
export const headExample = {
  competition: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d04',
  competitionName: '2024年“七比七赛”劳动竞赛',
  year: 2024,
  track: 'projects',
  trackLabel: '项目部',
  scheme: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d03',
  schemeVersion: 1,
};
export const periodExample = { id: 'q1', label: '一季度', from: '2024-01-01', to: '2024-03-31' };
export const entrantExample = {
  entry: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d05',
  unit: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d01',
  code: 'XM-07',
  name: '万泉寺中阳广场项目部',
  shortName: '万泉寺项目部',
  track: 'projects',
};
export const roundExample = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d10';
export const checkExample = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d11';
export const resultExample = {
  status: 'scored' as const,
  score: 94.2083,
  band: 'candidate',
  bars: [],
  figures: { progress: 48.75, 'progress.raw': 97.5, safety: 14 },
};
