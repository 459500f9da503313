// What the client offers: one way to call the HTTP interface, from a page or from Node.
export type * from './api.ts';
export {
  type AnswerOf,
  type At,
  type BodyOf,
  type Client,
  type CommandOptions,
  type Field,
  type Imported,
  type Input,
  type ItemOf,
  type ListPath,
  openClient,
  type PathOf,
} from './client.ts';
export { drawKey } from './key.ts';
export { isRefused, type ProblemDetails, Refused, unreachable } from './refused.ts';
export { type Answer, type SenderOptions, type SendRequest, sender } from './send.ts';
export { type ServerEvent, serverEvents } from './server-events.ts';
