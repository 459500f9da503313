// Waits until nothing comes any more: nothing pending, nothing lagging, nothing stopped, for several looks in a row.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from './client.ts';

interface ServiceStatus {
  service: string;
  pending: number;
  lag: number;
  parked: number;
  stopped: { stream: string; reason: string }[];
}
const LOOKS = 12;
const EVERY_MS = 250;

/** @returns what still moved when the time was over; empty if all was quiet */
export async function quiet(client: Client, patienceMs: number): Promise<string[]> {
  const end = Date.now() + patienceMs;
  let last: string[] = ['not checked'];
  for (let calm = 0; calm < LOOKS; ) {
    last = await moving(client);
    if (last.length > 0 && Date.now() > end) return last;
    calm = last.length === 0 ? calm + 1 : 0;
    await sleep(EVERY_MS);
  }
  return [];
}

async function moving(client: Client): Promise<string[]> {
  const found = await client.find('/ops/status');
  const { services } = found!.body as { services: Partial<ServiceStatus>[] };
  return services.flatMap(({ service, pending, lag, stopped }) => {
    if (pending === undefined || lag === undefined) return [`${service}: no answer`];
    return pending + lag + (stopped?.length ?? 0) > 0 ? [`${service}: ${pending} pending, ${lag} behind`] : [];
  });
}
