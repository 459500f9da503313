// The search index of each organisation's studios, and of those in the directory, in memory: built from the rows on first use, then updated by commands
// here; what other copies did is found by looking over the rows now and then.
import { setImmediate as breathe } from 'node:timers/promises';
import type { Companion, CompanionDeclaration, Host } from '@jiangong/service-kit';
import { type Found, type Searchable, type SearchIndex, searchIndex } from '../search-index.ts';
import { entryOf } from '../studio-directory.ts';
import { type StudioRow, studios } from '../views.ts';
import { pagesOfStudios } from './pairing-input.ts';

export interface StudioSearch extends Companion {
  find(org: string, ...question: Parameters<SearchIndex['find']>): Promise<Found[]>;
}
export const studioSearch: CompanionDeclaration<StudioSearch> = { name: 'studio-search', make: openSearch };

/** Stands for the directory where an organisation is named. */
export const DIRECTORY = '';
const LOOK_OVER_MS = 60_000;
const CHUNK = 100;
const blank = {
  ...{ name: '', code: '', leader: '', employer: '', district: '', trade: '', level: '', status: '' },
  ...{ offers: [], seeks: [] },
};

function openSearch(host: Host): StudioSearch {
  const read = host.read(undefined);
  const indexes = new Map<string, SearchIndex>();
  const changed = new Set<string>();
  let lookedOver = 0;
  let first: Promise<void> | undefined;
  let later: Promise<void> | undefined;
  let stopped = false;

  function put(of: string, row: Searchable) {
    let index = indexes.get(of);
    if (!index) {
      index = searchIndex();
      indexes.set(of, index);
    }
    if (index.versionOf(row.studio) < row.version) index.put(row);
  }
  function take(row: StudioRow) {
    put(row.org, row);
    const { studio, version, status } = row;
    const entry = entryOf(row);
    if (entry) put(DIRECTORY, { ...blank, ...entry, version, status });
    // What is not listed any more is found by no word.
    else if (indexes.get(DIRECTORY)?.versionOf(studio)) put(DIRECTORY, { ...blank, studio, version });
  }
  async function verifyIntegrity() {
    lookedOver = performance.now();
    for await (const rows of pagesOfStudios(read)) {
      if (stopped) return;
      for (const [at, row] of rows.entries()) {
        if (at % CHUNK === CHUNK - 1) await breathe();
        take(row);
      }
    }
  }
  async function catchUp() {
    let done = 0;
    for (const id of changed) {
      changed.delete(id);
      const row = await read.get(studios, id);
      if (row) take(row);
      done += 1;
      if (done % CHUNK === 0) await breathe();
    }
  }
  host.onHandled(({ stream, id }) => {
    if (stream === 'studio' && first) changed.add(id);
  });

  return {
    async find(org, ...question) {
      // The first look is awaited; later ones run in the background.
      // One that failed is not remembered: the next question looks again.
      first ??= verifyIntegrity().catch((error) => {
        first = undefined;
        throw error;
      });
      await first;
      if (performance.now() - lookedOver > LOOK_OVER_MS)
        later = verifyIntegrity().catch((err) =>
          host.logger.warn({ err }, 'the index of studios was not brought up to date'),
        );
      if (changed.size > 0) await catchUp();
      return indexes.get(org)?.find(...question) ?? [];
    },
    async stop() {
      stopped = true;
      await Promise.all([first?.catch(() => {}), later]);
    },
  };
}
