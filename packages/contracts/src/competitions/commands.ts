// The bodies of the competitions service's commands, as they cross the border. Strict: an unknown field is an error.
import { z } from 'zod';
import { id, label } from '../values.ts';
import { unitKind } from './events.ts';

export const registerUnit = z.strictObject({
  /** Drawn by the client, or at the border. */
  id: id.optional(),
  kind: unitKind,
  code: z.string().min(1).max(64),
  name: label,
  shortName: z.string().min(1).max(20),
  parent: id.optional(),
});
export const amendUnit = z.strictObject({ name: label, shortName: z.string().min(1).max(20) });
