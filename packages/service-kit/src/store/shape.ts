// What a view's stored rows look like: while it is the same, rows stored before are good.
import { createHash } from 'node:crypto';
import type { AnyView } from '../define/any.ts';

/** What stored rows depend on. */
export const partsOf = ({ events, index = [], revision = 1, numbered }: AnyView) => [
  events,
  index,
  revision,
  ...(numbered ? ['numbered'] : []),
];
export const shapeOf = (...views: AnyView[]): string =>
  createHash('sha256')
    .update(JSON.stringify(views.map((view) => [view.name, ...partsOf(view)])))
    .digest('hex')
    .slice(0, 8);
