// What is wrong with a file: the first faults in the order of its lines, and how many there are.
import { describe, type Refusal } from '@jiangong/contracts';

export interface Fault {
  row: number;
  column?: string | undefined;
  zh: string;
  en: string;
}
export const FAULTS_LISTED = 200;
/** A fault may quote a cell, which may be of any length. */
const QUOTED = 300;
const cut = (text: string) => (text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text);

export interface FaultList {
  add(...faults: Fault[]): void;
  list(): { faults: Fault[]; faultsTotal: number };
}

export function faultList(): FaultList {
  let first: Fault[] = [];
  let total = 0;
  /** Keeps no more in memory than are listed. */
  function trim() {
    first = first.sort((a, b) => a.row - b.row).slice(0, FAULTS_LISTED);
  }
  return {
    add(...faults) {
      total += faults.length;
      for (const { row, column, zh, en } of faults)
        first.push({ row, ...(column === undefined ? {} : { column: cut(column) }), zh: cut(zh), en: cut(en) });
      if (first.length > 2 * FAULTS_LISTED) trim();
    },
    list() {
      trim();
      return { faults: first, faultsTotal: total };
    },
  };
}

export function faultsOf(row: number, refusal: Refusal): Fault[] {
  const { detail, detailEn, errors } = describe(refusal);
  if (!errors) return [{ row, zh: detail, en: detailEn }];
  return errors.map(({ at, zh, en }) => ({ row, column: at.split('/')[2], zh, en }));
}
