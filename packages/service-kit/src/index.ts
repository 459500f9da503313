// What a service imports of the kit.
export type { Table } from '@jiangong/contracts';
export type { Companion, CompanionDeclaration, Host } from './define/companion.ts';
export { definedOnly, pageOf, paging } from './define/paging.ts';
export type { Imported, KnownRow, Out, Request, Route, StreamRequest, WithLaterPrivateRows } from './define/route.ts';
export { del, events, get, imports, post, put, query } from './define/route.ts';
export type { Deadline, Manifest, Reaction } from './define/service.ts';
export { deadline, on, service } from './define/service.ts';
export { type Column, type Labels, labelsMentioned, labelsOfKind, type RowOf } from './http/import/columns.ts';
export { sessionOf } from './http/sessions.ts';
export { type Watching, watching } from './run/watch.ts';
