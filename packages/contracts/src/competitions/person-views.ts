// What the competitions service answers of persons and teams. Name, number and role are missing once a person is erased.
import { z } from 'zod';
import { businessDate, code, id, label } from '../values.ts';
import { teamMember } from './person-events.ts';

/** Whether a person works here, has left, or is erased. */
export const personStanding = z.enum(['active', 'left', 'erased']);
/** One of the states of a person. */
export type PersonStanding = z.infer<typeof personStanding>;
/** A person as administrators and HR see one. */
export const personView = z.object({
  person: id,
  state: personStanding,
  externalId: code.optional(),
  name: label.optional(),
  role: label.optional(),
  unit: id,
  /** Since when the person works there. */
  from: businessDate,
  /** The last day. */
  to: businessDate.optional(),
  /** HR's last; 0 if a person wrote it down by hand. */
  revision: z.int(),
});
/** A person as it is read. */
export type PersonView = z.infer<typeof personView>;

/** A team with its members, past ones too. */
export const teamView = z.object({
  team: id,
  code,
  name: label,
  shortName: z.string(),
  unit: id.optional(),
  /** The day it was dissolved. */
  to: businessDate.optional(),
  members: z.array(teamMember.extend({ externalId: code.optional(), name: label.optional() })),
});
