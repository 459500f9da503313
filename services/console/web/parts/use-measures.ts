// How the criteria of a round or a result are measured, and what their codes are called: their scheme says it.
import { useAnswer } from '../app/api.ts';
import { type Measures, measuresOf } from './marks.ts';

/** Of a round or an explanation; nothing while it is not known. */
export function useMeasures(
  of: { scheme: string; schemeVersion: number; track: string; stage: string } | undefined,
): Measures {
  const scheme = useAnswer(
    '/schemes/{id}/versions/{version}',
    of && { id: of.scheme, version: String(of.schemeVersion) },
  );
  return measuresOf(scheme.data?.body, of?.track ?? '', of?.stage ?? '');
}
