// The bodies of awards' commands, as they cross the border.
import { z } from 'zod';
export const awardsNothing = z.strictObject({});
