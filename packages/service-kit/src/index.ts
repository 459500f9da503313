// What a service imports of the kit.
export type { Table } from '@jiangong/contracts';
export { definedOnly, pageOf, paging } from './define/paging.ts';
export type { Out, Request, Route, StreamRequest } from './define/route.ts';
export { del, events, get, imports, post, put, query } from './define/route.ts';
export type { Companion, CompanionDeclaration, Deadline, Manifest, Reaction } from './define/service.ts';
export { deadline, on, service } from './define/service.ts';
export { sessionOf } from './http/sessions.ts';
export type { Runtime } from './run/runtime.ts';
export { type Watching, watching } from './run/watch.ts';
