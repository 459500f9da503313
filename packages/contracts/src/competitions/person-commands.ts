// The bodies of commands to persons and teams. Strict: an unknown field is an error.
import { z } from 'zod';
import { businessDate, code, id, filledLabel as label, filledShortName as shortName } from '../values.ts';

const named = { name: label, role: label.optional() };
/** What HR says of a person now; `revision` grows with each change there, and an older one changes nothing. */
export const putPerson = z.strictObject({
  ...named,
  unit: id,
  from: businessDate,
  to: businessDate.optional(),
  revision: z.int().min(0),
});
/** Registers a person by hand, where HR sends none. */
export const registerPerson = z.strictObject({
  externalId: code,
  ...named,
  unit: id,
  /** By default the business date. */
  from: businessDate.optional(),
});
/** Changes a person's name or role. */
export const amendPerson = z.strictObject(named);
/** Moves a person to another unit; by default from the business date on. */
export const movePerson = z.strictObject({ unit: id, from: businessDate.optional() });
/** Records a person's last day; by default the business date. */
export const personLeaves = z.strictObject({ to: businessDate.optional() }).nullish();

const member = { person: id, from: businessDate.optional(), substitute: z.boolean().optional() };
/** Forms a team with its first members. */
export const formTeam = z.strictObject({
  id: id.optional(),
  code,
  name: label,
  shortName,
  unit: id.optional(),
  members: z
    .array(z.strictObject({ ...member, to: businessDate.optional() }))
    .max(200)
    .default([]),
});
/** Renames a team, or says to which unit it belongs. */
export const amendTeam = z.strictObject({ name: label, shortName, unit: id.optional() });
/** Adds a person to a team; by default from the business date on. */
export const joinTeam = z.strictObject(member);
/** Ends a person's membership; by default on the business date. */
export const leaveTeam = z.strictObject({ person: id, to: businessDate.optional() });
/** Dissolves a team; by default on the business date. */
export const dissolveTeam = z.strictObject({ to: businessDate.optional() }).nullish();
