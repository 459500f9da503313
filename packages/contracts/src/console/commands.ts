// The bodies of console' commands, as they cross the border.
import { z } from 'zod';
export const consoleNothing = z.strictObject({});
