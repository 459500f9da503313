// What a view's stored rows look like: while it is the same, rows stored before are good.
import { createHash } from 'node:crypto';
import type { AnyView } from '../service.ts';

export const shapeOf = (...views: AnyView[]): string =>
  createHash('sha256')
    .update(JSON.stringify(views.map(({ name, on, index = [], revision = 1 }) => [name, on, index, revision])))
    .digest('hex')
    .slice(0, 8);
