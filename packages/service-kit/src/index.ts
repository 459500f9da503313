// What a service imports of the kit.

export { causeOfRequest } from './command/cause.ts';
export { bulk } from './define/bulk.ts';
export type { Companion, CompanionDeclaration, Host } from './define/companion.ts';
export { listTable, rowsById } from './define/list-table.ts';
export { definedOnly, pageOf, paging } from './define/paging.ts';
export type { BulkRow, Download, Out, Remark, Request, Route, StreamRequest } from './define/route.ts';
export { del, download, events, get, imports, post, put, query, queryTable } from './define/routes.ts';
export type { Manifest } from './define/service.ts';
export { deadline, on, service } from './define/service.ts';
export { type Assigned, toDo } from './define/tasks.ts';
export { type Allowance, allowance } from './http/allowance.ts';
export { escaped } from './http/escaped.ts';
export { type Column, labelsMentioned, labelsOfKind } from './http/import/columns.ts';
export { drawKey, hashOfKey, keyIn } from './http/link-keys.ts';
export { networkOf } from './http/network.ts';
export { bothWays, plainPage, shownPage } from './http/plain-page.ts';
export { sessionOf } from './http/sessions.ts';
export { watching } from './run/watch.ts';
