// The chain of a stream: each commit carries the hash of its own text and of the commit before it, so that none can be changed,
// left out or moved without every later one. Commits of releases that wrote no hash are linked as if they had one: the first
// that carries one vouches for all before it.
import { hash } from 'node:crypto';
import type { Commit, Store } from './port.ts';

/** How far a stream has come: its last event, and what the hash of its next commit begins with. */
export interface Head {
  version: number;
  /** Hexadecimal; empty before the first commit. */
  hash: string;
}
export const START: Head = { version: 0, hash: '' };

/** A commit, and what the chain says of it, whether it carries that or was written before there were hashes. */
export interface Link {
  commit: Commit;
  hash: string;
}

const textOf = ({ hash: _, ...commit }: Commit): string => JSON.stringify(commit);
const next = (before: string, text: string): string => hash('sha256', before + text);

/** In JSON that we write, the only escape that begins so: half of a pair, which is no character and in no UTF-8. */
const HALF = /\\(?:u(d[89a-f]..)|.)/gs;
const wholeCharacters = (text: string): string =>
  text.replace(HALF, (found, half?: string) => (half === undefined ? found : '\ufffd'));

/** The commit as it is written after a place in its stream: with its hash, and without halves of characters, which MongoDB would replace. */
export function sealed(commit: Commit, before: string): Commit {
  const text = JSON.stringify(commit);
  if (!text.includes('\\ud')) return { ...commit, hash: next(before, text) };
  const whole: Commit = JSON.parse(wholeCharacters(text));
  return { ...whole, hash: next(before, textOf(whole)) };
}

/** The commit in its chain; undefined if it carries another hash than follows from its text and the commit before. */
export function linked(commit: Commit, before: string): Link | undefined {
  const hash = next(before, textOf(commit));
  return commit.hash === undefined || commit.hash === hash ? { commit, hash } : undefined;
}

/** The commits of a stream after a place in it. @throws the store's fault if one does not follow from those before it */
export async function readLinks(
  store: Pick<Store, 'read' | 'damaged'>,
  stream: string,
  after: Head = START,
): Promise<Link[]> {
  let before = after.hash;
  const links: Link[] = [];
  for (const commit of await store.read(stream, after.version)) {
    const link = linked(commit, before);
    if (!link) throw store.damaged(brokenAt(commit));
    links.push(link);
    before = link.hash;
  }
  return links;
}

/** Follows the chains of all streams. @returns what is wrong with the first commit that does not follow */
export function brokenIn(commits: Iterable<Commit>): string | undefined {
  const heads = new Map<string, string>();
  for (const commit of commits) {
    if (commit.events.length === 0) continue;
    const link = linked(commit, heads.get(commit.stream) ?? START.hash);
    if (!link) return brokenAt(commit);
    heads.set(commit.stream, link.hash);
  }
  return undefined;
}

const brokenAt = ({ stream, version }: Commit) => `${stream} ${version} does not follow from the commit before it`;
