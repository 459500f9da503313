// What the departments found in each quarter; every figure is invented. One line for each project that was under
// construction: visible progress and output value in per cent of plan, deductions found by safety and by quality, points
// for technology, cost and team, and the level of the site.
import type { Quarter } from './projects.ts';

const table = `
q1 XM-01  94  98 hazard           record         4.5 4.8 4.2 good
q1 XM-02  97 101 -                defect         5.2 4.9 4.4 model
q1 XM-03  92  96 hazard*2         -              4.0 5.0 4.4 good
q1 XM-04  96 101 -                record*2       5.2 4.6 4.5 good
q1 XM-05  95  99 -                record         4.7 5.1 4.4 good
q1 XM-06  88  92 hazard*2         defect         4.6 4.2 4.0 good
q1 XM-07  99 102 -                -              5.1 5.0 4.6 model
q1 XM-08  90  95 hazard           record         3.8 4.4 4.3 pass
q1 XM-09  95  99 -                record         5.1 4.7 4.4 good
q1 XM-10  92  97 -                defect         4.4 4.6 4.1 good
q1 XM-11  97 100 -                -              5.0 4.9 4.5 model
q1 XM-12   0  90 hazard           -              4.0 4.5 4.0 good
q1 XM-14  86  90 hazard*3         record         4.2 4.0 3.9 pass
q1 XM-15  78  80 hazard*3         rework         3.2 3.6 3.5 pass
q2 XM-01  95 100 -                defect         4.6 4.8 4.3 good
q2 XM-02  97 102 -                -              5.2 5.0 4.5 model
q2 XM-03  94  98 hazard           record         4.2 5.0 4.4 good
q2 XM-04  97 100 -                record         5.3 4.8 4.5 model
q2 XM-05  97 100 -                -              4.9 5.2 4.5 good
q2 XM-06  84  88 hazard;rectify-late defect*2    4.4 4.0 3.9 pass
q2 XM-07  98 103 -                -              5.3 5.1 4.6 model
q2 XM-08  92  96 hazard           -              4.0 4.5 4.4 good
q2 XM-09  97 100 -                -              5.2 4.9 4.5 good
q2 XM-10  90  94 hazard           record         4.4 4.5 4.0 good
q2 XM-11  97 101 -                record         5.1 4.9 4.4 model
q2 XM-12  95 102 -                -              4.3 4.8 4.2 good
q2 XM-13  96 100 -                record         4.8 4.6 4.4 good
q2 XM-14  90  93 hazard*2         defect         4.3 4.1 4.0 good
q2 XM-15  80  84 hazard*2         record*2       3.4 3.7 3.6 pass
q3 XM-01  93  95 hazard           record         4.6 4.7 4.3 good
q3 XM-02  95 100 hazard           -              5.3 4.9 4.5 model
q3 XM-03 100 101 -                -              4.5 5.1 4.5 good
q3 XM-04  96  99 -                -              5.4 4.9 4.6 good
q3 XM-05  95  99 hazard           -              4.8 5.2 4.5 model
q3 XM-06  90  94 hazard           -              4.6 4.3 4.1 good
q3 XM-07  97 100 -                -              5.2 5.1 4.5 model
q3 XM-08  94  99 -                record         4.2 4.6 4.4 good
q3 XM-09  95  99 hazard           -              5.2 4.8 4.5 model
q3 XM-11  96 100 -                -              5.0 4.8 4.1 good
q3 XM-12  94  98 hazard           record         4.4 4.7 4.2 good
q3 XM-13  95 101 -                -              4.9 4.8 4.4 good
q3 XM-14  89  92 hazard;serious-hazard record    4.2 4.2 3.6 pass
q3 XM-15  76  82 serious-hazard   rework         3.3 3.5 3.4 fail
q4 XM-01  96 101 -                -              4.8 4.9 4.4 good
q4 XM-02  98 102 -                -              5.3 5.1 4.6 model
q4 XM-04  98 102 -                record         5.4 5.0 4.6 model
q4 XM-05  97 100 -                -              5.0 5.2 4.6 model
q4 XM-06  92  96 hazard           record         4.7 4.5 4.2 good
q4 XM-07  99 103 -                -              5.4 5.2 4.7 model
q4 XM-08  93  97 -                defect         4.2 4.6 4.4 good
q4 XM-09  97 100 -                -              5.2 5.0 4.6 model
q4 XM-10  94  99 -                record         4.6 4.7 4.2 good
q4 XM-11  98 101 -                -              5.2 5.0 4.5 model
q4 XM-12  96 101 -                -              4.5 4.8 4.3 good
q4 XM-13  97 103 -                -              5.0 4.9 4.5 good
q4 XM-14  91  95 hazard           defect         4.4 4.3 4.0 good
q4 XM-15  82  86 hazard*2         record*2       3.5 3.8 3.7 pass
`;

export interface Found {
  quarter: Quarter;
  code: string;
  progress: number;
  output: number;
  safety: { code: string; times?: number }[];
  quality: { code: string; times?: number }[];
  technology: number;
  cost: number;
  team: number;
  civilised: string;
}

function eventsIn(cell: string): Found['safety'] {
  if (cell === '-') return [];
  return cell.split(';').map((part) => {
    const [code, times] = part.split('*');
    return times ? { code: code!, times: Number(times) } : { code: code! };
  });
}

export const found: Found[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [quarter, code, progress, output, safety, quality, technology, cost, team, civilised] = line.split(/\s+/);
    return {
      quarter: quarter as Quarter,
      code: code!,
      progress: Number(progress),
      output: Number(output),
      safety: eventsIn(safety!),
      quality: eventsIn(quality!),
      technology: Number(technology),
      cost: Number(cost),
      team: Number(team),
      civilised: civilised!,
    };
  });

/** Prizes that count as bonus points, in addition to the sheet of the union office. */
export const prizes: Record<string, { code: string; subject: string }[]> = {
  'q2 XM-07': [
    { code: 'group', subject: '质量管理小组成果（演示）' },
    { code: 'city', subject: '质量管理小组成果（演示）' },
  ],
  'q4 XM-02': [{ code: 'group', subject: '集团工法（演示）' }],
};
