// Puts the page together: the shell, and the work of each place, loaded when somebody goes there.
import { QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, lazy } from 'react';
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
import { queries } from './api.ts';
import { Shell } from './shell.tsx';
import type { Path, Work, WorkOf } from './work.ts';

const loaders = {
  '/': () => import('../tasks/tasks.tsx'),
  '/sheets': () => import('../sheet/sheets.tsx'),
  '/sheets/:check/:department': () => import('../sheet/sheet.tsx'),
  '/own': () => import('../entrant/own.tsx'),
  '/own/:check': () => import('../entrant/quarter.tsx'),
  '/competitions': () => import('../competitions/competitions.tsx'),
  '/competitions/:id': () => import('../competitions/competition.tsx'),
  '/schemes': () => import('../schemes/schemes.tsx'),
  '/schemes/:id': () => import('../schemes/scheme.tsx'),
  '/rounds': () => import('../rounds/rounds.tsx'),
  '/rounds/:id': () => import('../rounds/matrix.tsx'),
  '/standings': () => import('../standings/standings.tsx'),
  '/alliances': () => import('../alliances/alliances.tsx'),
  '/studios': () => import('../alliances/studios.tsx'),
  '/pairings': () => import('../pairing/pairings.tsx'),
  '/pairings/:id': () => import('../pairing/workbench.tsx'),
  '/outputs': () => import('../outputs/outputs.tsx'),
  '/outputs/:id': () => import('../outputs/output.tsx'),
  '/awards': () => import('../awards/lists.tsx'),
  '/awards/:id': () => import('../awards/list.tsx'),
  '/honours': () => import('../awards/honours.tsx'),
  '/people': () => import('../people/persons.tsx'),
  '/setup': () => import('../people/setup.tsx'),
  '/wall': () => import('../wall/wall.tsx'),
} satisfies Record<Path, () => Promise<{ default: ComponentType<Work> }>>;
const works = Object.fromEntries(
  Object.entries(loaders).map(([path, load]) => [path, lazy(load)]),
) as unknown as WorkOf;

/** The work of the place that is opened is fetched while the page learns who is signed in. */
function fetchWork(at: string): void {
  const fits = (path: string) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(at);
  const here = Object.entries(loaders).find(([path]) => fits(path));
  void here?.[1]();
}
fetchWork(location.pathname);

createRoot(document.getElementById('page')!).render(
  <QueryClientProvider client={queries}>
    <Shell works={works} begin={({ actor }) => startOutbox(actor.sub)} />
  </QueryClientProvider>,
);
