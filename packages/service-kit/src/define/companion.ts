// Companions: what works in the background of a running service, and what the service's runtime offers them.
import type { CommandRequest, Read, View } from '@jiangong/contracts';
import type { Logger } from 'pino';
import type { Handle } from '../command/handle.ts';
import type { Store } from '../store/port.ts';

/** What a running service offers to its companions and to its pages outside `/api`. */
export interface Host {
  store: Store;
  /** The instant it is, RFC 3339. */
  now(): string;
  /** For work in the background that nobody waits for. */
  logger: Logger;
  handle: Handle;
  /** Rows of one organisation, or of all. */
  read(org: string | undefined): Read;
  /** The last sequence of a stream, 0 if there is none. */
  versionOf(stream: string): Promise<number>;
  /** The organisation whose record a stream is; undefined if there is none. */
  ownerOf(stream: string): Promise<string | undefined>;
  /** The row that a stream of this service had made of a view when its last event was `version`. */
  rowAt<R extends object>(view: View<R>, stream: string, version: number): Promise<R | undefined>;
  /** Called after each command that this process carried out. */
  onHandled(listener: (request: CommandRequest) => void): void;
  /** A companion of this service, made on first use. */
  companion<T extends Companion>(companion: CompanionDeclaration<T>): T;
}

/** Made once per running service, on first use; it may be discarded and made again: an index, a worker. */
export interface CompanionDeclaration<T extends Companion> {
  name: string;
  make(host: Host): T;
}
/** Work in the background of one running service, such as an index or a watcher. */
export interface Companion {
  /** Called before the store closes. */
  stop?(): Promise<void>;
}
