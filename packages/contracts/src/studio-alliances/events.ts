// What the studio-alliances service tells the others: studios, pairings, alliances, outputs.
import { z } from 'zod';
import { type EventOf, event } from '../event.ts';
import { businessDate, code, id, label, prose } from '../values.ts';

export const allianceForm = z.enum(['linked', 'same-type', 'cross-type']);
/** A member as others need to know it. */
export const allianceMember = z.object({
  studio: id,
  code,
  name: label,
  employer: label,
  leading: z.boolean(),
});
/** All places are reserved and an organiser has declared the form: the alliance exists from `since` on. */
export const allianceApproved = event(
  'alliance-approved',
  z.object({
    alliance: id,
    code,
    name: label,
    shortName: z.string().min(1).max(20),
    form: allianceForm,
    reason: prose,
    members: z.array(allianceMember).min(2),
    since: businessDate,
  }),
  {
    alliance: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d07',
    code: 'LM-03',
    name: '北汽越野车张杰—首钢京唐王保勇创新工作室联盟',
    shortName: '张杰—王保勇联盟',
    form: 'linked',
    reason: '汽车用钢的供应与使用',
    members: [
      {
        studio: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d08',
        code: 'GZS-05',
        name: '张杰创新工作室',
        employer: '北汽越野车',
        leading: true,
      },
      {
        studio: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d09',
        code: 'GZS-06',
        name: '王保勇创新工作室',
        employer: '首钢京唐',
        leading: false,
      },
    ],
    since: '2023-06-15',
  },
);

export const studioAlliancesEvents = [allianceApproved] as const;
export type StudioAlliancesEvent = EventOf<(typeof studioAlliancesEvents)[number]>;
