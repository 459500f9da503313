// What the console answers: organisations, users with their names, and the session a sign-in opens.
import { z } from 'zod';
import { actor } from '../roles.ts';
import { instant } from '../values.ts';
import { organisationRegistered, userRegistered } from './events.ts';

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
