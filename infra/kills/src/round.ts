// One round: an installation, clients that work, faults that happen; then quiet, and the checker's verdict.
import { setTimeout as sleep } from 'node:timers/promises';
import { check, isClean, type Verdict } from './check/check.ts';
import type { ClientNotes, Evidence } from './check/evidence.ts';
import { type Client, clientOf, newNotes } from './client.ts';
import { startClients } from './clients.ts';
import { letFaultsHappen, type Suffered } from './faults.ts';
import type { Installation } from './installation.ts';
import { quiet } from './quiet.ts';
import { randomOf } from './random.ts';
import { setTheScene } from './setting.ts';

export interface RoundOptions {
  kills: number;
  seed: number;
  clients?: number;
  /** Clients go on until so many commands were acknowledged. */
  atLeast?: number;
  /** Rest of a client between two chains. */
  restMs?: number;
  freezeMs?: number;
  signal?: AbortSignal;
  say?(text: string): void;
}
export interface Round {
  suffered: Suffered;
  verdict: Verdict;
  acknowledged: number;
  repeated: number;
  chains: { begun: number; whole: number };
  surprises: string[];
  evidence: Evidence;
  /** What clients know, and when all was quiet. */
  notes: ClientNotes;
  at: string;
  clean: boolean;
}
const UNFINISHED_MS = 120_000;
const QUIET_MS = 120_000;

export async function round(installation: Installation, options: RoundOptions): Promise<Round> {
  const { kills, seed, signal = new AbortController().signal, say = () => {} } = options;
  const { clients: count = 8, atLeast = 24 * kills, restMs = 30, freezeMs = 20_000 } = options;
  const { urls } = installation;
  const notes = newNotes();
  const overdue = new AbortController();
  const giveUp = AbortSignal.any([signal, overdue.signal]);
  const setting = await setTheScene(urls, installation.admin, { notes, random: randomOf(seed), giveUp });
  const clients = startClients(urls, setting, { count, seed, notes, giveUp, restMs });
  const onSurprise = (text: string) => notes.surprises.push(text);
  const suffered = await letFaultsHappen(installation, { kills, seed, freezeMs, signal, say, onSurprise });
  say(`faults are over, ${notes.acknowledged.length} commands acknowledged`);
  for (const end = Date.now() + UNFINISHED_MS; notes.acknowledged.length < atLeast && Date.now() < end; )
    await sleep(50, undefined, { signal });
  const timer = setTimeout(() => overdue.abort(), UNFINISHED_MS);
  await clients.end();
  say('clients have ended; waiting until all is quiet');
  clearTimeout(timer);
  signal.throwIfAborted();

  const patient = { urls, notes, random: randomOf(seed), giveUp: signal };
  const moving = await quiet(clientOf({ ...patient, person: setting.admin }), QUIET_MS);
  for (const what of moving) notes.surprises.push(`not quiet: ${what}`);
  const feed = await feedOf(clientOf({ ...patient, person: setting.person }));
  const at = new Date(Date.now() - 5000).toISOString();
  await installation.stop();
  say('quiet; checking');
  const evidence = { ...(await installation.evidence()), feed };
  const verdict = await check(evidence, notes, at);
  const { acknowledged, repeated, surprises } = notes;
  const clean = isClean(verdict) && surprises.length === 0;
  return {
    suffered,
    verdict,
    acknowledged: acknowledged.length,
    repeated,
    chains: clients.chains,
    surprises,
    evidence,
    notes: notes,
    at,
    clean,
  };
}

async function feedOf(client: Client): Promise<Evidence['feed']> {
  const rows: Evidence['feed'] = [];
  for (let cursor = ''; ; ) {
    const found = await client.find(`/api/hr/feed?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    rows.push(...found!.body.items);
    if (found!.body.next === undefined) return rows;
    cursor = found!.body.next;
  }
}
