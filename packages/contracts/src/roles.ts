// Who may act, and what a token says about them (the catalogue's §1).
import { z } from 'zod';

/** What people are in a union: such a role reaches the records of its own organisation alone. */
export const unionRoles = [
  'organiser',
  'checker',
  'entrant',
  'alliance-leader',
  'committee',
  'supervisor',
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

/** What a machine may do: read the feed and exports, reconcile, run webhooks. It has no role. */
export const scopes = ['hr:read', 'hr:reconcile', 'webhooks'] as const;
/** One scope of a machine. */
export const scope = z.enum(scopes);
/** One scope of a machine, as its tokens say. */
export type Scope = z.infer<typeof scope>;

/** The person or program behind a command: `org` is the union they act for. */
export const actor = z.object({
  sub: z.string(),
  org: z.string(),
  roles: z.array(role),
  /** Departments a checker scores for. */
  departments: z.array(z.string()).default([]),
  /** Units (of an entrant) or studios (of an alliance leader) a person acts for. */
  units: z.array(z.string()).default([]),
  /** Of a machine, which has no role. */
  scopes: z.array(scope).optional(),
  /** Of a deputy: on whose behalf they act, in whose roles, departments and units. */
  behalf: z.string().optional(),
  /** Of a deputy: the units they act for as themselves, about which they decide on nobody's behalf. */
  ownUnits: z.array(z.string()).optional(),
});
/** Who acts, as a verified token says. */
export type Actor = z.infer<typeof actor>;

/**
 * Whether a record is of one of somebody's units, or of one below a branch of theirs.
 * @example
 * ```ts
 * isOwn({ units: ['branch-1'] }, { unit: 'project-1', parent: 'branch-1' }); // → true
 * ```
 */
export const isOwn = (
  { units }: Pick<Actor, 'units'>,
  { unit, parent }: { unit: string; parent?: string | undefined },
): boolean => units.includes(unit) || (parent !== undefined && units.includes(parent));

/**
 * Whether somebody has a part in a record, so that they do not decide about it: by {@link isOwn}, and a deputy by their own
 * units, too.
 * @example
 * ```ts
 * const deputy = { units: [], ownUnits: ['branch-1'] };
 * hasPart(deputy, { unit: 'project-1', parent: 'branch-1' }); // → true
 * ```
 */
export const hasPart = (
  { units, ownUnits = [] }: Pick<Actor, 'units' | 'ownUnits'>,
  record: Parameters<typeof isOwn>[1],
): boolean => isOwn({ units: [...units, ...ownUnits] }, record);

/**
 * Whose doing it is: whoever acts, and whom they act for. What one of them did, neither of them decides about.
 * @example
 * ```ts
 * peopleOf({ sub: 'wang', behalf: 'li' }); // → ['wang', 'li']
 * ```
 */
export const peopleOf = ({ sub, behalf }: Pick<Actor, 'sub' | 'behalf'>): string[] =>
  behalf === undefined ? [sub] : [sub, behalf];
