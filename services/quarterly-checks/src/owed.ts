// What a check still lacks, as a task of whoever owes it: the unit itself, or a department.
import type { MissingItem, reminderTask } from '@jiangong/contracts';
import type { z } from 'zod';
import type { Check } from './check-state.ts';
import type { Body } from './evaluate.ts';
import { missingOf } from './seal.ts';

export type OwedTask = z.infer<typeof reminderTask>;
export interface Owed extends Pick<MissingItem, 'criteria'> {
  task: OwedTask;
  /** Absent: the entrant owes it. */
  department?: { id: string; label: string };
}

/** Progress is verified once it was reported; sheets are due while the round is open. */
export function owedIn(check: Check, body: Body): Owed[] {
  const missing = missingOf(check, body);
  return missing.flatMap(({ what, department: id, departmentLabel: label = '', criteria }): Owed[] => {
    if (what === 'plan') return [{ task: 'set-plan', criteria }];
    if (check.status !== 'open' || id === undefined) return [];
    const isReported = criteria.every((criterion) => check.reported[criterion] !== undefined);
    if (what === 'progress' && !isReported) return [{ task: 'report-progress', criteria }];
    if (what === 'result') return [];
    return [{ task: what === 'sheet' ? 'submit-sheet' : 'verify-progress', department: { id, label }, criteria }];
  });
}
