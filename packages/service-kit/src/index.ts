// What a service imports of the kit.

export { pageOf, paging, wanted } from './paging.ts';
export type { Ask, Deadline, Manifest, Reaction, Request, Route, Table } from './service.ts';
export { ask, deadline, del, get, imports, on, post, put, service } from './service.ts';
