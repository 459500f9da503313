// What the console answers: organisations, users with their names, and the session a sign-in opens.
import { z } from 'zod';
import { actor } from '../roles.ts';
import { id, instant } from '../values.ts';
import { machineRegistered, organisationRegistered, userRegistered } from './events.ts';

/** A union as it is registered. */
export const organisationView = organisationRegistered.data;
/** Names and contacts are for administrators; they are absent once erased. */
export const userView = userRegistered.data.extend({
  userName: z.string().optional(),
  name: z.string().optional(),
  contact: z.string().optional(),
});
/** A bearer token, until when it holds, and what it says. */
export const session = z.object({
  token: z.string(),
  expiresAt: instant,
  actor,
  name: z.string().optional(),
  organisationName: z.string().optional(),
});
/** Who is signed in. */
export const meView = session.omit({ token: true, expiresAt: true });

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
