// What the console answers: organisations, users with their names, and the session a sign-in opens.
import { z } from 'zod';
import { actor } from '../roles.ts';
import { businessDate as date, id, instant } from '../values.ts';
import { deputyAppointed, machineRegistered, organisationAmended, userRegistered } from './events.ts';

/** A union as it is registered. */
export const organisationView = organisationAmended.data;
/** Names and contacts are for administrators; they are absent once erased. `secondFactor`: whether the user has one. */
export const userView = userRegistered.data.extend({
  userName: z.string().optional(),
  name: z.string().optional(),
  contact: z.string().optional(),
  secondFactor: z.boolean().optional(),
});
/** Who may check or judge; `user` is who marks. The name is absent once erased. */
export const checkerView = userView.pick({ user: true, name: true, units: true, departments: true });
/** A bearer token, until when it holds, and what it says. */
export const session = z.object({
  token: z.string(),
  expiresAt: instant,
  actor,
  name: z.string().optional(),
  organisationName: z.string().optional(),
});
const named = z.object({ user: id, name: z.string().optional() });
/** Who is signed in, on whose behalf they act, and on whose they may today. */
export const meView = session.omit({ token: true, expiresAt: true }).extend({
  behalf: named.optional(),
  mayActFor: z.array(named.extend({ to: date })).optional(),
});
/** A deputyship with the names of both, and why it was ended early. */
export const deputyView = deputyAppointed.data.extend({
  userName: z.string().optional(),
  deputyName: z.string().optional(),
  /** By the business date. */
  state: z.enum(['coming', 'current', 'over', 'ended']),
  ended: z.object({ reason: z.string().optional(), by: z.string() }).optional(),
});

/** A machine with its secrets by the ids of their keys, the present one first, and when each last drew a token. */
export const machineView = machineRegistered.data.omit({ key: true }).extend({
  keys: z.array(
    z.object({
      key: id,
      /** Until when it is good, once another has replaced it. */
      until: instant.optional(),
      lastUsedAt: instant.optional(),
    }),
  ),
  /** Why it was ended. */
  ended: z.string().optional(),
});
/** The token of a machine, as OAuth names its fields. */
export const machineToken = z.object({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.int(),
  scope: z.string(),
});
