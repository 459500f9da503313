// A grant: one honour for one recipient, as HR systems read it.
import { z } from 'zod';
import { businessDate, code, id, label, prose, year } from '../values.ts';

/** Who is honoured, as HR knows the recipient. Of a person events hold ids alone: number and name are filled in where they are read. */
export const recipient = z.object({
  type: z.enum(['unit', 'studio', 'alliance', 'team', 'person']),
  id,
  /** Employee number or unit code: what the HR system knows the recipient by. Absent of a person in events, and once erased. */
  externalId: code.optional(),
  name: label.optional(),
  /** Of a person or a team: the unit they belong to. Since 0.2.0. */
  unit: id.optional(),
  /** Of a team: the persons who were its members. Since 0.2.0. */
  members: z.array(id).max(200).optional(),
});
/** A recipient of a grant. */
export type Recipient = z.infer<typeof recipient>;
/** Whether a grant holds, was corrected, or was revoked. */
export const grantStatus = z.enum(['granted', 'corrected', 'revoked']);
/** Fits a payroll's name field: at most 20 characters. */
export const honourShortName = z.string().min(1).max(20);
/** An honour by its code, names and level. */
export const grantedHonour = z.object({
  code,
  name: label,
  shortName: honourShortName,
  level: z.enum(['national', 'provincial', 'district', 'group', 'enterprise']),
});

/** A grant, whole in every event; `revision` counts from 1. */
export const grant = z.object({
  grant: id,
  revision: z.int().min(1),
  status: grantStatus,
  decision: id,
  documentNumber: code,
  honour: grantedHonour,
  collective: z.boolean(),
  grantedBy: label,
  competition: id.optional(),
  year,
  place: z.int().optional(),
  joint: z.boolean(),
  recipient,
  decisionDate: businessDate,
  validFrom: businessDate,
  /** The last day of its validity; a revoked grant ends on the day of its revocation. */
  validTo: businessDate.optional(),
  /** Of a correction that gave it to another: who had it until then. Since 0.2.0. */
  formerRecipient: recipient.optional(),
  /** Why it was corrected or revoked. */
  reason: prose.optional(),
  /** Prize in yuan. */
  prize: z.number().min(0).optional(),
});
/** A grant at one of its revisions. */
export type Grant = z.infer<typeof grant>;

/** A plausible grant, for the documentation. */
export const grantExample: Grant = {
  grant: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d10',
  revision: 1,
  status: 'granted',
  decision: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d11',
  documentNumber: '京建一工〔2025〕3号',
  honour: { code: 'winner', name: '2024年度劳动竞赛优胜项目部', shortName: '2024竞赛优胜项目部', level: 'enterprise' },
  collective: true,
  grantedBy: '北京建工一建公司工会',
  competition: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d04',
  year: 2024,
  place: 1,
  joint: false,
  recipient: {
    type: 'unit',
    id: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d01',
    externalId: 'XM-07',
    name: '万泉寺中阳广场项目部',
  },
  decisionDate: '2025-01-20',
  validFrom: '2025-01-20',
};
