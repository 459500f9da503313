// What is wrong with a file: the first faults in the order of its lines, and how many there are.
import { describe, type Refusal } from '@jiangong/contracts';

export interface Fault {
  /** The line in the file, from 1. */
  row: number;
  /** The heading, as the file has it. */
  column?: string | undefined;
  /** The address of the cell, such as B7. */
  cell?: string | undefined;
  zh: string;
  en: string;
}
/** What was done with a file that its sender should know, and is no fault. */
export interface Note {
  zh: string;
  en: string;
}
export const FAULTS_LISTED = 200;
export const NOTES_LISTED = 50;
/** A fault may quote a cell, which may be of any length. */
const QUOTED = 300;
export const cut = (text: string) => (text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text);

export interface FaultList {
  add(...faults: Fault[]): void;
  list(): { faults: Fault[]; faultsTotal: number };
  /** Every faulty line with its reasons, in Chinese. */
  reasons(): ReadonlyMap<number, string>;
}

export function faultList(): FaultList {
  let first: Fault[] = [];
  let total = 0;
  const reasons = new Map<number, string>();
  /** Keeps no more in memory than are listed. */
  function trim() {
    first = first.sort((a, b) => a.row - b.row).slice(0, FAULTS_LISTED);
  }
  return {
    add(...faults) {
      total += faults.length;
      for (const { row, column, cell, zh, en } of faults) {
        first.push({
          row,
          ...(column === undefined ? {} : { column: cut(column) }),
          ...(cell === undefined ? {} : { cell }),
          zh: cut(zh),
          en: cut(en),
        });
        const known = reasons.get(row);
        reasons.set(row, known === undefined ? cut(zh) : cut(`${known}；${zh}`));
      }
      if (first.length > 2 * FAULTS_LISTED) trim();
    },
    list() {
      trim();
      return { faults: first, faultsTotal: total };
    },
    reasons: () => reasons,
  };
}

/** Where the fields of a row stand in the file. */
export type Places = (field: string) => { column?: string; cell?: string };

/** @param places of the fields that the refusal's errors name as `/row/<field>` */
export function faultsOf(row: number, refusal: Refusal, places: Places): Fault[] {
  const { detail, detailEn, errors } = describe(refusal);
  if (!errors) return [{ row, zh: detail, en: detailEn }];
  return errors.map(({ at, zh, en }) => ({ row, ...places(at.split('/')[2] ?? ''), zh, en }));
}
