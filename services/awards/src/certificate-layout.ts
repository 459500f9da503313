// How a union's certificates look. The image of its seal is a private row; the record says only which it is.
import { type CertificateLayout, type Command, type EventNamed, type Refusal, requestsOf } from '@jiangong/contracts';

type Event = EventNamed<'certificate-layout-set'>;
type LayoutCommand = Command<'set', Omit<CertificateLayout, 'layout'>>;

export type State = CertificateLayout | undefined;
export const initial = undefined as State;

export function decide(state: State, { id, data }: LayoutCommand): Event[] | Refusal {
  const { layout: _, ...before } = state ?? { layout: id };
  if (state && JSON.stringify(before) === JSON.stringify(data)) return [];
  return [{ type: 'certificate-layout-set', data: { layout: id, ...data } }];
}

export function evolve(_: State, { data }: Event): State {
  return data;
}

/** Makes requests of this noun. */
export const layoutCommand = requestsOf<LayoutCommand>('certificate-layout');
