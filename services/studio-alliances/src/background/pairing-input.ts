// The input of a run as it was when the run was requested: each studio by the version of its stream, whatever became of it since.
import { setImmediate as breathe } from 'node:timers/promises';
import { type Read, type Refusal, refuse } from '@jiangong/contracts';
import type { Host } from '@jiangong/service-kit';
import type { PairingOrder } from '../pairing.ts';
import type { PairingConstraints } from '../pairing-constraints.ts';
import { asShown, knownStudio } from '../studio-directory.ts';
import { inputs, type PairingRow, pageKey, type StudioRow, studios } from '../views.ts';

const page = 500;

/** Rows page by page; requests are answered in between. */
export async function* pagesOfStudios(read: Read, filter: { status?: string } = {}): AsyncGenerator<StudioRow[]> {
  for (let after: string | undefined; ; ) {
    const { items, next } = await read.page(studios, filter, { after, limit: page });
    yield items;
    if (next === undefined) return;
    after = next;
    await breathe();
  }
}

/** The requested studios; by default all recognised ones of the union. Another union's is found in the directory alone. */
export async function studiosFor(read: Read, order: string[] | undefined): Promise<StudioRow[] | Refusal> {
  if (order) {
    const { fit, unfit, unknown } = await recognisedOf(read, order);
    if (unknown !== undefined) return refuse('not-found', { what: unknown });
    return unfit.length ? refuse('studio-not-recognised', { studios: unfit.slice(0, 20) }) : fit;
  }
  const rows: StudioRow[] = [];
  for await (const items of pagesOfStudios(read, { status: 'recognised' })) rows.push(...items);
  return rows;
}

interface Recognised {
  fit: StudioRow[];
  unfit: string[];
  unknown?: string;
}
/** Those that are recognised, by id; what the others are called; and the first id that this union knows no studio by. */
export async function recognisedOf(read: Read, ids: string[]): Promise<Recognised> {
  const found: Recognised = { fit: [], unfit: [] };
  for (const [at, id] of [...new Set(ids)].sort().entries()) {
    if (at % page === page - 1) await breathe();
    const row = await knownStudio(read, id);
    if (!row) found.unknown ??= id;
    else if (row.status === 'recognised') found.fit.push(row);
    else found.unfit.push(row.name);
  }
  return found;
}

export async function pairingOrderOf(read: Read, { pairing, mode, inputPages }: PairingRow): Promise<PairingOrder> {
  const order: PairingOrder = { mode, studios: [], kept: [], forbidden: [], leaders: [] };
  for (let at = 1; at <= inputPages; at++) {
    const part = await read.get(inputs, pageKey(pairing, at));
    if (!part) throw new Error(`page ${at} of the input of ${pairing} is missing`);
    order.studios.push(...part.studios);
    order.kept.push(...(part.kept as PairingConstraints['kept']));
    order.forbidden.push(...(part.forbidden as PairingConstraints['forbidden']));
    order.leaders.push(...part.leaders);
  }
  return order;
}

/** The studios of a run, in parts, as they were then; another union's as the directory showed it. */
export async function* studiosThen(host: Host, { org }: PairingRow, order: PairingOrder): AsyncGenerator<StudioRow[]> {
  const read = host.read(undefined);
  const own = host.read(org);
  for (let at = 0; at < order.studios.length; at += page) {
    const rows: StudioRow[] = [];
    for (const { studio, version } of order.studios.slice(at, at + page)) {
      const now = await read.get(studios, studio);
      const then = now?.version === version ? now : await host.rowAt(studios, `studio/${studio}`, version);
      if (!then) throw new Error(`studio ${studio} is not known at version ${version}`);
      // Runs of the time before the directory took such studios as they were; their answers are not shown.
      rows.push(then.org === org ? then : ((await asShown(own, then)) ?? then));
    }
    yield rows;
    await breathe();
  }
}
