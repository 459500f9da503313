// Every place of the page: its address, and where it stands in the navigation of which role. The server answers them all with
// the same file.

import type { Label } from './label.ts';

export interface Place {
  path: string;
  /** In the navigation, if it has a label. */
  label?: Label;
  /** Who finds it there; everybody if absent. */
  roles?: readonly string[];
  /** Its file; comes with the page, as `main.tsx` asks for it at once. */
  work: string;
  /** Whole lists that it asks for first, whoever opens it: they come with the page instead of after its script. */
  asks?: readonly (readonly [path: string, input: Record<string, string>])[];
}
const competitions = ['/competitions', {}] as const;
export const places = [
  { path: '/', work: 'tasks/tasks.tsx', label: ['待办', 'To do'], asks: [['/tasks', {}]] },
  {
    path: '/sheets',
    work: 'sheet/sheets.tsx',
    label: ['评分', 'Score'],
    roles: ['checker'],
    asks: [['/rounds', { status: 'open' }]],
  },
  { path: '/sheets/:check/:department', work: 'sheet/sheet.tsx' },
  { path: '/own', work: 'entrant/own.tsx', label: ['本单位', 'Own unit'], roles: ['entrant'] },
  { path: '/own/:check', work: 'entrant/quarter.tsx' },
  { path: '/own/:check/self', work: 'entrant/self.tsx' },
  {
    path: '/competitions',
    work: 'competitions/competitions.tsx',
    label: ['竞赛', 'Competitions'],
    roles: ['organiser', 'committee', 'auditor'],
    asks: [competitions],
  },
  { path: '/competitions/new', work: 'competitions/new.tsx' },
  { path: '/competitions/:id', work: 'competitions/competition.tsx' },
  {
    path: '/contests',
    work: 'contests/contests.tsx',
    label: ['比赛', 'Contests'],
    roles: ['organiser', 'checker', 'entrant', 'committee', 'auditor'],
    asks: [['/contests', {}]],
  },
  { path: '/contests/:id', work: 'contests/contest.tsx' },
  { path: '/contest-stages/:id', work: 'contests/stage.tsx' },
  { path: '/judging/:id', work: 'contests/judge.tsx' },
  { path: '/schemes', work: 'schemes/schemes.tsx', label: ['方案', 'Schemes'], roles: ['organiser'] },
  { path: '/schemes/:id', work: 'schemes/scheme.tsx' },
  {
    path: '/rounds',
    work: 'rounds/rounds.tsx',
    label: ['检查', 'Rounds'],
    roles: ['organiser', 'committee', 'auditor'],
    asks: [['/rounds', {}]],
  },
  { path: '/rounds/:id', work: 'rounds/matrix.tsx' },
  {
    path: '/appeals',
    work: 'appeals/appeals.tsx',
    label: ['申诉', 'Appeals'],
    roles: ['entrant', 'checker', 'organiser', 'committee'],
    asks: [['/appeals', {}]],
  },
  { path: '/appeals/:check/:appeal', work: 'appeals/appeal.tsx' },
  { path: '/standings', work: 'standings/standings.tsx', label: ['排名', 'Standings'], asks: [competitions] },
  { path: '/alliances', work: 'alliances/alliances.tsx', label: ['联盟', 'Alliances'] },
  {
    path: '/studios',
    work: 'alliances/studios.tsx',
    label: ['工作室', 'Studios'],
    roles: ['organiser', 'alliance-leader'],
  },
  { path: '/pairings', work: 'pairing/pairings.tsx', label: ['配对', 'Pairing'], roles: ['organiser'] },
  { path: '/pairings/:id', work: 'pairing/workbench.tsx' },
  { path: '/outputs', work: 'outputs/outputs.tsx', label: ['成果', 'Outputs'] },
  { path: '/output-rules', work: 'outputs/rules.tsx' },
  { path: '/outputs/:id', work: 'outputs/output.tsx' },
  {
    path: '/awards',
    work: 'awards/lists.tsx',
    label: ['表彰', 'Awards'],
    roles: ['organiser', 'committee', 'auditor', 'supervisor'],
  },
  { path: '/awards/returns', work: 'awards/returns.tsx' },
  { path: '/awards/:id', work: 'awards/list.tsx' },
  {
    path: '/honours',
    work: 'awards/honours.tsx',
    label: ['荣誉', 'Honours'],
    asks: [
      ['/notices', {}],
      ['/grants', {}],
    ],
  },
  { path: '/people', work: 'people/persons.tsx', label: ['人员', 'People'], roles: ['hr', 'organiser', 'admin'] },
  { path: '/webhooks', work: 'hr/webhooks.tsx', label: ['对接', 'HR systems'], roles: ['hr', 'admin', 'auditor'] },
  { path: '/setup', work: 'people/setup.tsx', label: ['设置', 'Set-up'], roles: ['admin', 'operator', 'organiser'] },
  { path: '/wall', work: 'wall/wall.tsx' },
] as const satisfies readonly Place[];

/** The places that somebody finds in the navigation. */
export const placesOf = ({ actor }: { actor: { roles: readonly string[] } }): Place[] =>
  (places as readonly Place[]).filter(
    ({ label, roles }) => label && (!roles || roles.some((role) => actor.roles.includes(role))),
  );
