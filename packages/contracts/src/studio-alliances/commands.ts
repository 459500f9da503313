// The bodies of studio-alliances' commands, as they cross the border.
import { z } from 'zod';
export const studioAlliancesNothing = z.strictObject({});
