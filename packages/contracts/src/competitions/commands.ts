// The bodies of competitions' commands, as they cross the border.
import { z } from 'zod';
export const competitionsNothing = z.strictObject({});
