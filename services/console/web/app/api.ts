// Questions and commands of the page, on the one client. A question is answered from memory until a command, another tab or the
// live stream says that something changed: nothing is polled.
import {
  type AnswerOf,
  type At,
  type BodyOf,
  type CommandOptions,
  type Field,
  type Imported,
  type Input,
  type ItemOf,
  isRefused,
  type ListPath,
  openClient,
  type PathOf,
  type ProblemDetails,
  unreachable,
} from '@jiangong/client';
import { QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Place } from './places.ts';

export const client = openClient({ patienceMs: 5_000 });
export const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 60_000, retry: false, refetchOnReconnect: true } },
});

const others = new BroadcastChannel('jiangong.changes');
others.onmessage = () => void queries.invalidateQueries();
/** Reads again what is shown here and in the other tabs. */
export async function changed(): Promise<void> {
  others.postMessage('changed');
  await queries.invalidateQueries();
}

/** What follows from a command elsewhere, such as a list that learns of its notice, arrives a moment after its answer. */
const FOLLOWS_MS = [700, 2_500];
async function commanded(): Promise<void> {
  for (const ms of FOLLOWS_MS) setTimeout(() => void changed(), ms);
  await changed();
}

/** Any error as a problem that people can read. */
export const problemOf = (error: unknown): ProblemDetails =>
  isRefused(error) ? error.problem : { ...unreachable(0), detail: String((error as Error).message) };

interface Answered<T> {
  data: T | undefined;
  problem: ProblemDetails | undefined;
}
const answered = <T>({ data, error }: { data: T | undefined; error: unknown }): Answered<T> => ({
  data,
  problem: error && data === undefined ? problemOf(error) : undefined,
});

/** One answer; nothing is asked while `input` is undefined, and an answer that a stream keeps up to date does not grow old. */
export function useAnswer<P extends PathOf<'GET'>>(
  path: P,
  input: Input<At<'GET', P>> | undefined,
  { isLive = false }: { isLive?: boolean } = {},
): Answered<AnswerOf<At<'GET', P>>> {
  return answered(
    useQuery({
      queryKey: [path, input],
      enabled: input !== undefined,
      ...(isLive ? { staleTime: Number.POSITIVE_INFINITY } : {}),
      queryFn: ({ signal }) => client.get(path, input!, { signal }),
    }),
  );
}
const allOf = <P extends ListPath>(path: P, input: Input<At<'GET', P>> | undefined) => ({
  queryKey: ['all', path, input],
  queryFn: () => client.all(path, input!),
});
/** A whole list. */
export function useItems<P extends ListPath>(
  path: P,
  input: Input<At<'GET', P>> | undefined,
): Answered<ItemOf<At<'GET', P>>[]> {
  return answered(useQuery({ ...allOf(path, input), enabled: input !== undefined }));
}
/** Asks for whole lists before anything shows them. */
export function fetchItems(asks: Place['asks'] = []): void {
  for (const [path, input] of asks) void queries.prefetchQuery(allOf(path as '/rounds', input));
}

/** Pages of a long list that have been read, and `more`, which reads the next one if there is one. */
export function usePages<P extends ListPath>(
  path: P,
  input: Input<At<'GET', P>> | undefined,
): Answered<AnswerOf<At<'GET', P>>[]> & { more: (() => void) | undefined } {
  const { data, error, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['pages', path, input],
    enabled: input !== undefined,
    initialPageParam: undefined as string | undefined,
    queryFn({ pageParam, signal }) {
      const page = { ...(input as object), ...(pageParam ? { cursor: pageParam } : {}) };
      return client.get(path, page as Input<At<'GET', P>>, { signal });
    },
    getNextPageParam: (page) => (page as { next?: string }).next,
  });
  const more = hasNextPage && !isFetching ? () => void fetchNextPage() : undefined;
  return { ...answered({ data: data?.pages, error }), more };
}

/**
 * The version that a replacing command is about: today's, if what was shown of it still stands. Otherwise one that never was, so
 * that the command is refused instead of undoing what somebody else changed meanwhile.
 */
export async function versionOf<P extends PathOf<'GET'>, T>(
  path: P,
  input: Input<At<'GET', P>>,
  shown: T,
  part: (answer: AnswerOf<At<'GET', P>>) => T,
): Promise<string> {
  const { value, etag } = await client.read(path, input);
  return etag && JSON.stringify(part(value)) === JSON.stringify(shown) ? etag : '"0"';
}

type Method = 'POST' | 'PUT' | 'DELETE';
export interface Command<I, B, A> {
  run(input: I, body: B, options?: CommandOptions): Promise<A>;
}
/** A command of the interface. The coverage test finds every command that the page offers by these calls. */
export function useCommand<M extends Method, P extends PathOf<M>>(
  method: M,
  path: P,
): Command<Field<At<M, P>, 'params'>, BodyOf<At<M, P>>, AnswerOf<At<M, P>>> {
  const run = useCallback(
    async (input: Field<At<M, P>, 'params'>, body: BodyOf<At<M, P>>, options?: CommandOptions) => {
      const name = { POST: 'post', PUT: 'put', DELETE: 'delete' } as const;
      const give = client[name[method]] as unknown as (...all: unknown[]) => Promise<AnswerOf<At<M, P>>>;
      const answer = await give(path, input, body, options);
      await commanded();
      return answer;
    },
    [method, path],
  );
  return { run };
}

export type ImportPath = Extract<PathOf<'POST'>, `${string}/import`>;
/** An import of a csv or xlsx file; a preview keeps nothing. */
export function useImport(path: ImportPath, id = ''): (file: File, preview: boolean) => Promise<Imported> {
  return useCallback(
    async (file, preview) => {
      const answer = await client.importFile(path.replace('{id}', id), file, { preview });
      if (!preview) await commanded();
      return answer;
    },
    [path, id],
  );
}

/** Runs something once at a time and keeps its problem to be shown. */
export function useAttempt(): {
  busy: boolean;
  problem: ProblemDetails | undefined;
  attempt(work: () => Promise<unknown>): Promise<boolean>;
} {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemDetails>();
  const attempt = useCallback(async (work: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(problemOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, problem, attempt };
}
