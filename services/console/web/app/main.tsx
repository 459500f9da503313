// Puts the page together: the shell, and the work of each place, loaded when somebody goes there.
import { QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, lazy, useState } from 'react';
import { createRoot } from 'react-dom/client';
import './theme.ts';
import './tokens.css';
import './page.css';
import '../parts/chart.css';
import '../parts/parts.css';
import '../rounds/rounds.css';
import '../sheet/sheet.css';
import '../standings/standings.css';
import '../wall/wall.css';
import { startOutbox } from '../sheet/outbox.ts';
import { fetchItems, queries } from './api.ts';
import { type Place, places } from './places.ts';
import { Shell } from './shell.tsx';
import type { Path, Work, WorkOf } from './work.ts';

const loaders = {
  '/': () => import('../tasks/tasks.tsx'),
  '/sheets': () => import('../sheet/sheets.tsx'),
  '/sheets/:check/:department': () => import('../sheet/sheet.tsx'),
  '/own': () => import('../entrant/own.tsx'),
  '/own/:check': () => import('../entrant/quarter.tsx'),
  '/own/:check/self': () => import('../entrant/self.tsx'),
  '/competitions': () => import('../competitions/competitions.tsx'),
  '/competitions/new': () => import('../competitions/new.tsx'),
  '/competitions/:id': () => import('../competitions/competition.tsx'),
  '/contests': () => import('../contests/contests.tsx'),
  '/contests/:id': () => import('../contests/contest.tsx'),
  '/contest-stages/:id': () => import('../contests/stage.tsx'),
  '/judging/:id': () => import('../contests/judge.tsx'),
  '/schemes': () => import('../schemes/schemes.tsx'),
  '/schemes/:id': () => import('../schemes/scheme.tsx'),
  '/rounds': () => import('../rounds/rounds.tsx'),
  '/rounds/:id': () => import('../rounds/matrix.tsx'),
  '/appeals': () => import('../appeals/appeals.tsx'),
  '/appeals/:check/:appeal': () => import('../appeals/appeal.tsx'),
  '/standings': () => import('../standings/standings.tsx'),
  '/alliances': () => import('../alliances/alliances.tsx'),
  '/studios': () => import('../alliances/studios.tsx'),
  '/pairings': () => import('../pairing/pairings.tsx'),
  '/pairings/:id': () => import('../pairing/workbench.tsx'),
  '/outputs': () => import('../outputs/outputs.tsx'),
  '/output-rules': () => import('../outputs/rules.tsx'),
  '/outputs/:id': () => import('../outputs/output.tsx'),
  '/awards': () => import('../awards/lists.tsx'),
  '/awards/returns': () => import('../awards/returns.tsx'),
  '/awards/:id': () => import('../awards/list.tsx'),
  '/honours': () => import('../awards/honours.tsx'),
  '/people': () => import('../people/persons.tsx'),
  '/webhooks': () => import('../hr/webhooks.tsx'),
  '/setup': () => import('../people/setup.tsx'),
  '/wall': () => import('../wall/wall.tsx'),
} satisfies Record<Path, () => Promise<{ default: ComponentType<Work> }>>;
const loaded = new Map<string, ComponentType<Work>>();
async function load(path: Path): Promise<{ default: ComponentType<Work> }> {
  const work = await loaders[path]();
  loaded.set(path, work.default);
  return work;
}
/** What has been fetched is drawn at once instead of in a second turn. */
function workOf(path: Path): ComponentType<Work> {
  const Later = lazy(() => load(path));
  // biome-ignore lint/correctness/noComponentHookFactories: made once for each place
  return function AtPlace(props) {
    const [Drawn] = useState(() => loaded.get(path) ?? Later);
    return <Drawn {...props} />;
  };
}
const paths = Object.keys(loaders) as Path[];
const works = Object.fromEntries(paths.map((path) => [path, workOf(path)])) as unknown as WorkOf;

/** The work of the place that is opened, and what it asks first, are fetched while the page learns who is signed in. */
const here = paths.find((path) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(location.pathname));
if (here) {
  void load(here);
  fetchItems((places as readonly Place[]).find(({ path }) => path === here)?.asks);
}

createRoot(document.getElementById('page')!).render(
  <QueryClientProvider client={queries}>
    <Shell works={works} begin={({ actor }) => startOutbox(actor.sub)} />
  </QueryClientProvider>,
);
