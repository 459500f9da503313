// Units and studios that somebody acts for: written by their codes, kept by their ids.
import { useItems } from '../app/api.ts';

export function useUnitCodes() {
  const units = useItems('/units', {});
  const studios = useItems('/studios', {});
  const known = [
    ...(units.data ?? []).map(({ unit: id, code, name }) => ({ id, code, name })),
    ...(studios.data ?? []).map(({ studio: id, code, name }) => ({ id, code, name })),
  ];
  return {
    codesOf: (ids: readonly string[]) => ids.map((id) => known.find((each) => each.id === id)?.code ?? id),
    /** Whatever nobody has stays as it was written: the interface says so at the field. */
    idsOf: (codes: readonly string[]) =>
      codes.map((code) => known.find((each) => each.code === code || each.name === code)?.id ?? code),
  };
}
