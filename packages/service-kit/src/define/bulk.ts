// The builder of routes that carry out many commands at once.
import type { Refusal } from '@jiangong/contracts';
import type { z } from 'zod';
import type { BulkRoute, BulkRow, Out, Request, RouteBase } from './route.ts';

/**
 * One command for each of many things that a body names, each with the cause `key/<its own key>`: good ones are carried out, the
 * others are listed with the reason. Killed in between, whole commands remain, and the same request goes on. Answers 200,
 * `{accepted, faults: [{id, zh, en}]}`; 404 if none of them exists.
 * @example
 * ```ts
 * import { requestsOf } from '@jiangong/contracts';
 * import { z } from 'zod';
 * const unitCommand = requestsOf('unit');
 * const route = bulk('/units/confirm', {
 *   summary: ['批量确认单位', 'Confirm many units'],
 *   roles: ['organiser'],
 *   body: z.strictObject({ ids: z.array(z.uuid()).min(1).max(1000) }),
 *   rows: ({ body }) => body.ids.map((id) => ({ key: id, of: [id], command: unitCommand(id, 'confirm', {}) })),
 * });
 * [route.kind, route.method]; // → ['bulk', 'POST']
 * ```
 */
export function bulk<B extends z.ZodType, P extends z.ZodObject | undefined = undefined>(
  path: string,
  options: Omit<RouteBase, 'path' | 'params'> & {
    params?: P;
    body: B;
    rows(request: Request<Out<P>, z.infer<B>>): BulkRow[] | Refusal | Promise<BulkRow[] | Refusal>;
  },
): BulkRoute {
  return { kind: 'bulk', method: 'POST', path, ...options } as unknown as BulkRoute;
}
