// Puts the page together: the shell, and the work of each place, loaded when somebody goes there.
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy } from 'react';
import { createRoot } from 'react-dom/client';
import './theme.ts';
import './tokens.css';
import './page.css';
import '../parts/parts.css';
import '../rounds/rounds.css';
import '../sheet/sheet.css';
import '../standings/standings.css';
import '../wall/wall.css';
import { startOutbox } from '../sheet/outbox.ts';
import { queries } from './api.ts';
import { Shell } from './shell.tsx';
import type { WorkOf } from './work.ts';

const works: WorkOf = {
  '/': lazy(() => import('../tasks/tasks.tsx')),
  '/sheets': lazy(() => import('../sheet/sheets.tsx')),
  '/sheets/:check/:department': lazy(() => import('../sheet/sheet.tsx')),
  '/own': lazy(() => import('../entrant/own.tsx')),
  '/own/:check': lazy(() => import('../entrant/quarter.tsx')),
  '/competitions': lazy(() => import('../competitions/competitions.tsx')),
  '/competitions/:id': lazy(() => import('../competitions/competition.tsx')),
  '/schemes': lazy(() => import('../schemes/schemes.tsx')),
  '/schemes/:id': lazy(() => import('../schemes/scheme.tsx')),
  '/rounds': lazy(() => import('../rounds/rounds.tsx')),
  '/rounds/:id': lazy(() => import('../rounds/matrix.tsx')),
  '/standings': lazy(() => import('../standings/standings.tsx')),
  '/alliances': lazy(() => import('../alliances/alliances.tsx')),
  '/studios': lazy(() => import('../alliances/studios.tsx')),
  '/pairings': lazy(() => import('../pairing/pairings.tsx')),
  '/pairings/:id': lazy(() => import('../pairing/workbench.tsx')),
  '/outputs': lazy(() => import('../outputs/outputs.tsx')),
  '/outputs/:id': lazy(() => import('../outputs/output.tsx')),
  '/awards': lazy(() => import('../awards/lists.tsx')),
  '/awards/:id': lazy(() => import('../awards/list.tsx')),
  '/honours': lazy(() => import('../awards/honours.tsx')),
  '/people': lazy(() => import('../people/persons.tsx')),
  '/setup': lazy(() => import('../people/setup.tsx')),
  '/wall': lazy(() => import('../wall/wall.tsx')),
};

createRoot(document.getElementById('page')!).render(
  <QueryClientProvider client={queries}>
    <Shell works={works} begin={({ actor }) => startOutbox(actor.sub)} />
  </QueryClientProvider>,
);
