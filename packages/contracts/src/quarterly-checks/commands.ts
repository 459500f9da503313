// The bodies of quarterly-checks' commands, as they cross the border.
import { z } from 'zod';
export const quarterlyChecksNothing = z.strictObject({});
