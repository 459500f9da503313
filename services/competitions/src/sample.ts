// A small competition on the shipped scheme, for tests.
import type { Actor, Entrant } from '@jiangong/contracts';
import { entryId } from '@jiangong/contracts';
import type { Host } from './entry-state.ts';
import { fromTemplate, readScheme } from './scheme-language.ts';
import type { Body, Proposed } from './tracks.ts';

export const competition = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d04';
const scheme = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d03';
export const organiser: Actor = { sub: 'u', org: 'o', roles: ['organiser'], departments: [], units: [] };
export const meta = { id: competition, businessDate: '2024-01-05', now: '2024-01-05T09:00:00+08:00', actor: organiser };

export const body = readScheme(fromTemplate('qi-bi-qi-sai')).scheme as unknown as Body;
export const quarters = [
  { id: 'q1', label: '一季度', from: '2024-01-01', to: '2024-03-31' },
  { id: 'q2', label: '二季度', from: '2024-04-01', to: '2024-06-30' },
  { id: 'q3', label: '三季度', from: '2024-07-01', to: '2024-09-30' },
  { id: 'q4', label: '四季度', from: '2024-10-01', to: '2024-12-31' },
];
export const projects: Proposed = {
  track: 'projects',
  label: '项目部',
  scheme,
  schemeVersion: 1,
  periods: quarters,
  body,
};
export const announcement = {
  name: '2024年“七比七赛”劳动竞赛',
  year: 2024,
  theme: '岗位立功',
  slogan: '岗位立功、创效创优',
  tracks: [projects],
  registration: { from: '2023-12-18', to: '2024-01-12' },
};
export const host: Host = { state: 'announced', registration: announcement.registration, label: '项目部', groups: [] };

export function entrant(n: number): Entrant {
  const unit = `8f14e45f-ceea-867a-9c0b-${String(n).padStart(12, '0')}`;
  const code = `XM-${String(n).padStart(4, '0')}`;
  const key = entryId(competition, unit, 'projects');
  return { entry: key, unit, code, name: `第${n}项目部`, shortName: `${n}项目部`, track: 'projects' };
}
