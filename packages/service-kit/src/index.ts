// What a service imports of the kit.
export type { Ask, Table } from '@jiangong/contracts';
export { pageOf, paging, wanted } from './paging.ts';
export type { Request, Route, StreamRequest } from './route.ts';
export { ask, del, events, get, imports, post, put } from './route.ts';
export type { Runtime } from './runtime.ts';
export type { Beside, Companion, Deadline, Manifest, Reaction } from './service.ts';
export { deadline, on, service } from './service.ts';
export { sessionOf } from './sessions.ts';
export { type Watching, watching } from './watch.ts';
