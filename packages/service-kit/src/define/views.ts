// Every view of a service: those that it declares, and those that every service has.
import { deadlineViews } from '../consume/deadline.ts';
import { sessions } from '../http/sessions.ts';
import type { AnyView } from './any.ts';
import type { Manifest } from './service.ts';

export const viewsOf = ({ views, deadlines }: Pick<Manifest, 'views' | 'deadlines'>): AnyView[] => [
  ...views,
  sessions,
  ...deadlineViews(deadlines),
];
