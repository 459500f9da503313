// The thread in which studios are paired, so that requests go on meanwhile: profiles in, progress and parts of the answer out.
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { StudioAnswer } from '@jiangong/contracts';
import { type Candidates, type Corpus, runToEnd } from '@jiangong/pairing';
import type { PairingConstraints } from '../pairing-constraints.ts';
import { type Parts, partsOf } from '../pairing-parts.ts';
import { instancePiece, possiblePairs } from '../possible-pairs.ts';
import { corpusOfStudios } from '../profiles.ts';
import { type Found, propose } from '../propose.ts';
import { whyPair } from '../why.ts';
import type { FromWorker, ToWorker } from './pairing-thread.ts';

// Requests go first. On Linux this is about the calling thread alone, elsewhere it would be about the whole process.
if (process.platform === 'linux') setPriority(10);

const port = parentPort!;
const studios = new Map<string, StudioAnswer>();
let wish: PairingConstraints;
let known: Corpus | undefined;
let possible: Candidates | undefined;
let parts: Parts['parts'] = [];
const PROGRESS_MS = 100;
const say = (message: FromWorker) => port.postMessage(message);

function corpus(): Corpus {
  known ??= corpusOfStudios([...studios.values()]);
  return known;
}

function candidates(): Candidates {
  possible ??= runToEnd(possiblePairs(studios, corpus(), wish));
  return possible;
}

function solve() {
  const steps = propose(studios, corpus(), wish);
  let reported = 0;
  let found: Found;
  for (;;) {
    const step = steps.next();
    if (step.done) {
      found = step.value;
      break;
    }
    const now = performance.now();
    if (now - reported < PROGRESS_MS) continue;
    reported = now;
    const { stage, done, of } = step.value;
    say({ progress: { stage, done: Math.round(done), of: Math.round(of) } });
  }
  const { parts: all, ...pages } = partsOf(found, (id) => studios.get(id)!.name);
  parts = all;
  say({
    found: {
      parts: all.length,
      completed: { ...found.completed, pages: pages.pages },
      certified: { ...found.certified, leftPages: pages.leftPages, pricePages: pages.pricePages },
    },
  });
}

port.on('message', (message: ToWorker) => {
  if ('load' in message) for (const studio of message.load) studios.set(studio.studio, studio);
  else if ('wish' in message) wish = message.wish;
  else if ('solve' in message) solve();
  else if ('part' in message) say({ part: parts[message.part]! });
  else if ('piece' in message) say({ piece: instancePiece(candidates(), wish, message.piece) });
  else say({ why: whyPair({ studios, corpus: corpus(), wish, possible: candidates }, message.why) });
});
