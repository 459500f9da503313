// Every place of the page: its address, and where it stands in the navigation of which role. The server answers them all with
// the same file.

type Label = readonly [zh: string, en: string];
export interface Place {
  path: string;
  /** In the navigation, if it has a label. */
  label?: Label;
  /** Who finds it there; everybody if absent. */
  roles?: readonly string[];
}
export const places = [
  { path: '/', label: ['待办', 'To do'] },
  { path: '/sheets', label: ['评分', 'Score'], roles: ['checker'] },
  { path: '/sheets/:check/:department' },
  { path: '/own', label: ['本单位', 'Own unit'], roles: ['entrant'] },
  { path: '/own/:check' },
  { path: '/competitions', label: ['竞赛', 'Competitions'], roles: ['organiser', 'committee', 'auditor'] },
  { path: '/competitions/:id' },
  { path: '/schemes', label: ['方案', 'Schemes'], roles: ['organiser'] },
  { path: '/schemes/:id' },
  { path: '/rounds', label: ['检查', 'Rounds'], roles: ['organiser', 'committee', 'auditor'] },
  { path: '/rounds/:id' },
  { path: '/standings', label: ['排名', 'Standings'] },
  { path: '/alliances', label: ['联盟', 'Alliances'] },
  { path: '/studios', label: ['工作室', 'Studios'], roles: ['organiser', 'alliance-leader'] },
  { path: '/pairings', label: ['配对', 'Pairing'], roles: ['organiser'] },
  { path: '/pairings/:id' },
  { path: '/outputs', label: ['成果', 'Outputs'] },
  { path: '/outputs/:id' },
  { path: '/awards', label: ['表彰', 'Awards'], roles: ['organiser', 'committee', 'auditor'] },
  { path: '/awards/:id' },
  { path: '/honours', label: ['荣誉', 'Honours'] },
  { path: '/people', label: ['人员', 'People'], roles: ['hr', 'organiser', 'admin'] },
  { path: '/setup', label: ['设置', 'Set-up'], roles: ['admin', 'operator', 'organiser'] },
  { path: '/wall' },
] as const satisfies readonly Place[];

/** The places that somebody finds in the navigation. */
export const placesOf = ({ actor }: { actor: { roles: readonly string[] } }): Place[] =>
  (places as readonly Place[]).filter(
    ({ label, roles }) => label && (!roles || roles.some((role) => actor.roles.includes(role))),
  );
