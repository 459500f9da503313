// One stream of live standings per browser: the tab that leads holds it and tells the others what changed. A tab that leads
// says so every few seconds; when it falls silent another takes over, also over plain HTTP, where there are no locks.
import { useEffect } from 'react';
import { client, queries } from './api.ts';

const BEAT_MS = 2_000;
const SILENT_MS = 5_000;
type Message = { kind: 'leads'; tab: string } | { kind: 'leaves'; tab: string } | { kind: 'changed' };

/** Reads again the standings that are shown here. */
const refresh = () =>
  void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes('/standings/{competition}') });

/** Watches a track's standings of a period, or of the year, until the returned function is called. */
function watch(competition: string, track: string, period?: string): () => void {
  const query = new URLSearchParams({ track, ...(period === undefined ? {} : { period }) });
  const tab = Math.random().toString(36).slice(2);
  const channel = new BroadcastChannel(`jiangong.live.${competition}.${query}`);
  let ended: AbortController | undefined;
  let heard = Date.now() - SILENT_MS + Math.random() * BEAT_MS;

  const say = (message: Message) => channel.postMessage(message);
  function follow() {
    ended?.abort();
    ended = undefined;
  }
  async function lead() {
    ended = new AbortController();
    const { signal } = ended;
    say({ kind: 'leads', tab });
    try {
      let first = true;
      const path = `/standings/${competition}/live?${query}`;
      for await (const _ of client.events(path, signal)) {
        // The first event is the state as it is shown already.
        if (!first) {
          say({ kind: 'changed' });
          refresh();
        }
        first = false;
      }
    } catch {
      // Nobody may watch it (any more): the ordinary page is read.
    }
  }
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'changed') return refresh();
    if (data.kind === 'leaves') heard = 0;
    else {
      heard = Date.now();
      // Two that began at once: the smaller name leads.
      if (ended && data.tab < tab) follow();
    }
  };
  const timer = setInterval(() => {
    if (ended) say({ kind: 'leads', tab });
    else if (Date.now() - heard > SILENT_MS) void lead();
  }, BEAT_MS);
  function leave() {
    if (ended) say({ kind: 'leaves', tab });
    follow();
  }
  addEventListener('pagehide', leave);
  return () => {
    removeEventListener('pagehide', leave);
    clearInterval(timer);
    leave();
    channel.close();
  };
}

/** Watches several standings as long as a component shows them. */
export function useWatch(competition: string, shown: readonly { track: string; period?: string | undefined }[]): void {
  const key = JSON.stringify(shown);
  useEffect(() => {
    const ends = (JSON.parse(key) as typeof shown).map(({ track, period }) => watch(competition, track, period));
    return () => {
      for (const end of ends) end();
    };
  }, [competition, key]);
}
