// What a service imports of the kit.

export { pageOf, paging, wanted } from './paging.ts';
export type { Runtime } from './runtime.ts';
export type { Ask, Beside, Companion, Deadline, Manifest, Reaction, Request, Route, Table } from './service.ts';
export { ask, deadline, del, events, get, imports, on, post, put, service } from './service.ts';
