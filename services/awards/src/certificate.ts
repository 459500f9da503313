// The certificates of a decision: each grant at each of its revisions has one, under a number of its own, never given twice.
import { type Command, type EventNamed, type IssuedCertificate, type Refusal, requestsOf } from '@jiangong/contracts';
import { pagesByBlock } from './certificate-pages.ts';

type Event = EventNamed<'certificates-issued'>;
type CertificateCommand = Command<
  'issue',
  Omit<Event['data'], 'decision' | 'certificates'> & { certificates: Omit<IssuedCertificate, 'number'>[] }
>;

export type State = Event['data'] | undefined;
export const initial = undefined as State;

export function decide(state: State, { id, data }: CertificateCommand): Event[] | Refusal {
  const issued = state?.certificates ?? [];
  const isIssued = new Set(issued.map(({ grant, revision }) => `${grant}/${revision}`));
  const series = state?.series ?? data.series;
  const fresh = data.certificates
    .filter(({ grant, revision }) => !isIssued.has(`${grant}/${revision}`))
    .map((each, at) => ({ ...each, number: `${series}-${String(issued.length + at + 1).padStart(4, '0')}` }));
  // The same certificates by another layout.
  if (fresh.length === 0 && (!state || state.layout === data.layout)) return [];
  const head = { decision: id, series, ...(data.layout === undefined ? {} : { layout: data.layout }) };
  return pagesByBlock(fresh).map((certificates) => ({ type: 'certificates-issued', data: { ...head, certificates } }));
}

export function evolve(state: State, { data }: Event): State {
  return { ...data, certificates: [...(state?.certificates ?? []), ...data.certificates] };
}

/** Makes requests of this noun. */
export const certificateCommand = requestsOf<CertificateCommand>('certificate');
