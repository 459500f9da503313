// What becomes of an award list whose evaluation was revised: it is noted, and acknowledged by the committee.
import { z } from 'zod';
import { event } from '../event.ts';
import { code, id, label, prose } from '../values.ts';

const list = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d20';
/** The evaluation that the list was drawn from was revised; the list itself is the committee's and stays as it is. */
export const evaluationRevisionNoted = event(
  'evaluation-revision-noted',
  z.object({
    list: id,
    /** Of the evaluation. */
    revision: z.int().min(2),
    reason: prose,
    /** Units whose part in an honour, place or score is another than the list was drawn from. */
    changes: z
      .array(
        z.object({
          honour: code,
          group: code.nullable(),
          unit: id,
          name: label,
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      )
      .max(500),
    scoredBy: z.array(z.string()),
    /** Nothing was decided yet: the committee must acknowledge it before it goes on. */
    blocking: z.boolean(),
  }),
  {
    list,
    revision: 2,
    reason: '万泉寺项目部 第二季度：复核后补记一项隐患',
    changes: [
      {
        honour: 'winner',
        group: null,
        unit: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d01',
        name: '万泉寺中阳广场项目部',
        before: 'granted',
        after: null,
      },
    ],
    scoredBy: ['user-quality'],
    blocking: true,
  },
);
/** The committee knows of the revision and says what it makes of it. */
export const evaluationRevisionAcknowledged = event(
  'evaluation-revision-acknowledged',
  z.object({ list: id, revision: z.int().min(2), reason: prose, by: z.string() }),
  { list, revision: 2, reason: '已按复核结果调整名单', by: 'user-committee' },
);
