import { type CloudEvent, derivedId, type IssuedCertificate, isRefusal, type Read } from '@jiangong/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as certificate from './certificate.ts';
import { type CertificatePage, certificatePages, certificatesOf, certificatesUnder } from './certificate-pages.ts';
import { pagesOf } from './pages.ts';
import { frame } from './sample.ts';

type Issued = Parameters<typeof certificate.evolve>[1];
const decision = derivedId('decision');
const series = '2025-7K3QM9X2';
const numbered = (n: number): IssuedCertificate => ({
  ...{ grant: derivedId('grant', n), revision: 1, check: 'n'.repeat(43) },
  number: `${series}-${String(n).padStart(4, '0')}`,
});
const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => numbered(from + n));
/** As events were paged before blocks. */
const before = (certificates: IssuedCertificate[]): Issued[] =>
  pagesOf(certificates).map((page) => ({
    type: 'certificates-issued',
    data: { decision, series, certificates: page },
  }));
/** What becomes of so many more grants. */
function issued(state: certificate.State, from: number, to: number): Issued[] {
  const certificates = upTo(from, to).map(({ number: _, ...each }) => each);
  const events = certificate.decide(state, { id: decision, ...frame, type: 'issue', data: { series, certificates } });
  if (isRefusal(events)) throw new Error(events.refused);
  return events;
}

/** The rows of these events, and how much was written and read of them. */
function rowsOf(events: readonly Issued[]) {
  const rows = new Map<string, CertificatePage>();
  const counted = { written: 0, read: 0 };
  const sizeOf = (row: object) => JSON.stringify(row).length;
  for (const event of events) {
    const key = certificatePages.key(event as Issued & CloudEvent);
    if (key === undefined) continue;
    const row = certificatePages.apply(rows.get(key), event as Issued & CloudEvent)!;
    rows.set(key, row);
    counted.written += sizeOf(row);
  }
  const page: Read['page'] = async (_, filter, { after = '', limit }) => {
    const wanted = filter as { place?: string[]; decision?: string };
    const found = [...rows]
      .filter(([key, row]) => key > after && (!wanted.place || wanted.place.includes(row.place)))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const items = found.slice(0, limit);
    counted.read += items.reduce((sum, [, row]) => sum + sizeOf(row), 0);
    return { items: items.map(([, row]) => row), ...(found.length > limit ? { next: items.at(-1)![0] } : {}) } as never;
  };
  return { rows, counted, read: { page } as Read };
}

test('of 1,000 and of 10,000 certificates each costs the same to issue and to check', async () => {
  const costs = [];
  for (const count of [1000, 10_000]) {
    const { rows, counted, read } = rowsOf(issued(undefined, 1, count));
    expect(await certificatesOf(read, decision)).toHaveLength(count);
    counted.read = 0;
    expect(await certificatesUnder(read, numbered(count).number)).toEqual([numbered(count)]);
    costs.push({ written: counted.written / count, read: counted.read, most: rowsMost(rows) });
  }
  const [small, large] = costs as [(typeof costs)[0], (typeof costs)[0]];
  expect(large.written).toBeLessThan(small.written * 1.05);
  expect(large.read).toBeLessThan(small.read * 1.05);
  expect(large.most).toBe(100);
});
const rowsMost = (rows: Map<string, CertificatePage>) =>
  Math.max(...[...rows.values()].map(({ certificates }) => certificates.length));

test('every certificate is found by its number, those of earlier releases too, and no row grows beyond its block', async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(sizes, fc.integer({ min: 0, max: 6 }), fc.nat(), async (counts, old, pick) => {
      let state: certificate.State;
      const events: Issued[] = [];
      for (const [n, count] of counts.entries()) {
        const from = (state?.certificates.length ?? 0) + 1;
        const more = n < old ? before(upTo(from, from + count - 1)) : issued(state, from, from + count - 1);
        events.push(...more);
        state = more.reduce(certificate.evolve, state);
      }
      const { rows, read } = rowsOf(events);
      const total = state!.certificates.length;
      for (const n of [1, total, 1 + (pick % total)])
        expect(await certificatesUnder(read, numbered(n).number)).toEqual([numbered(n)]);
      expect(await certificatesUnder(read, numbered(total + 1).number)).toEqual([]);
      expect((await certificatesOf(read, decision)).map(({ number }) => number).sort()).toEqual(
        upTo(1, total).map(({ number }) => number),
      );
      expect(rowsMost(rows)).toBeLessThan(250);
    }),
    { numRuns: 100 },
  );
});
