// What the client offers: one way to call the HTTP interface, from a page or from Node.
export type * from './api.ts';
export { type Client, type CommandOptions, type Input, openClient } from './client.ts';
export { drawKey } from './key.ts';
export { isRefused, type ProblemDetails, Refused, unreachable } from './refused.ts';
export { type Answer, type SenderOptions, type SendRequest, sender } from './send.ts';
export { type ServerEvent, serverEvents } from './server-events.ts';
