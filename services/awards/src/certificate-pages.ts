// Rows of certificates: a row has those of one block of numbers, so that what a check of one reads stays the same, however
// many its decision has.
import type { EventNamed, IssuedCertificate, Read, View } from '@jiangong/contracts';

type Issued = EventNamed<'certificates-issued'>;
/** Numbers to a block, from 1 on. */
const BLOCK = 100;
const countIn = (number: string) => Number(number.slice(number.lastIndexOf('-') + 1));
const blockOf = (number: string) => Math.floor((countIn(number) - 1) / BLOCK);
const placeIn = (series: string, block: number) => `${series}/${String(block).padStart(5, '0')}`;

/** In the order of their numbers, those of one block together; at least one page, which may be empty. */
export function pagesByBlock(certificates: readonly IssuedCertificate[]): IssuedCertificate[][] {
  const pages = new Map<number, IssuedCertificate[]>();
  for (const each of certificates) {
    const block = blockOf(each.number);
    const page = pages.get(block) ?? [];
    page.push(each);
    pages.set(block, page);
  }
  return pages.size === 0 ? [[]] : [...pages.values()];
}

export interface CertificatePage {
  decision: string;
  /** Series and block. */
  place: string;
  certificates: IssuedCertificate[];
}
export const certificatePages: View<CertificatePage, Issued> = {
  name: 'certificate-pages',
  events: ['certificates-issued'],
  key({ data: { decision, series, certificates } }) {
    const [first] = certificates;
    return first && `${placeIn(series, blockOf(first.number))}/${decision}`;
  },
  apply: (row, { data: { decision, series, certificates } }) => ({
    decision,
    place: row?.place ?? placeIn(series, blockOf(certificates[0]!.number)),
    certificates: [...(row?.certificates ?? []), ...certificates],
  }),
  index: ['decision', 'place'],
};

/** What all certificates of a decision have in common. */
export type CertificateHead = Pick<Issued['data'], 'decision' | 'series' | 'layout'>;
export const certificateHeads: View<CertificateHead, Issued> = {
  name: 'certificate-heads',
  events: ['certificates-issued'],
  key: ({ data }) => data.decision,
  apply: (_, { data: { certificates: __, ...head } }) => head,
};

/** Every certificate of a decision, in the order of their numbers. */
export async function certificatesOf(read: Read, decision: string): Promise<IssuedCertificate[]> {
  const found: IssuedCertificate[] = [];
  for (let after: string | undefined; ; ) {
    const { items, next } = await read.page(certificatePages, { decision }, { after, limit: 50 });
    found.push(...items.flatMap(({ certificates }) => certificates));
    if (next === undefined) return found;
    after = next;
  }
}

/** Pages of earlier releases had up to 150 certificates, and lie with their first. */
const BEFORE = 2;
/** Certificates under a number: one, or one each of decisions whose series happen to be the same. */
export async function certificatesUnder(read: Read, number: string): Promise<IssuedCertificate[]> {
  const series = number.slice(0, number.lastIndexOf('-'));
  const block = blockOf(number);
  const places = Array.from({ length: BEFORE + 1 }, (_, back) => placeIn(series, block - back));
  const { items } = await read.page(certificatePages, { place: places }, { limit: 20 });
  return items.flatMap(({ certificates }) => certificates.filter((each) => each.number === number));
}
