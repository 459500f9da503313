// Who may act, and what a token says about them (the catalogue's §1).
import { z } from 'zod';

/** What people are in a union: such a role reaches the records of its own organisation alone. */
export const unionRoles = [
  'organiser',
  'checker',
  'entrant',
  'alliance-leader',
  'committee',
  'finance',
  'hr',
  'auditor',
  'admin',
] as const;
/** An operator runs the installation: organisations, backups, what waits or is parked, figures. */
export const roles = [...unionRoles, 'operator'] as const;
/** What a person may do: the roles of a union, and the operator of the installation. */
export const role = z.enum(roles);
/** One role of a person. */
export type Role = z.infer<typeof role>;

/** The person or program behind a command: `org` is the union they act for. */
export const actor = z.object({
  sub: z.string(),
  org: z.string(),
  roles: z.array(role),
  /** Departments a checker scores for. */
  departments: z.array(z.string()).default([]),
  /** Units (of an entrant) or studios (of an alliance leader) a person acts for. */
  units: z.array(z.string()).default([]),
});
/** Who acts, as a verified token says. */
export type Actor = z.infer<typeof actor>;
