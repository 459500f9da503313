// A request that is refused, and how.
import type { Actor } from '@jiangong/contracts';

export type Who = Partial<Actor> & Pick<Actor, 'roles' | 'org'>;
export interface Wrong {
  what: string;
  /** `METHOD /path`, with `{name}` for a known id. */
  call: string;
  body?: unknown;
  raw?: string;
  who?: Who | null;
  headers?: Record<string, string>;
  status: number;
  type: string;
}
