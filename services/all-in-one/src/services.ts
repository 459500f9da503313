// Every service of the product, in the order of the year.
import { awards } from '@jiangong/awards';
import { competitions } from '@jiangong/competitions';
import { contests } from '@jiangong/contests';
import { quarterlyChecks } from '@jiangong/quarterly-checks';
import { studioAlliances } from '@jiangong/studio-alliances';

/** All but the console, which says where the first administrator's password is announced. */
export const services = [competitions, quarterlyChecks, contests, studioAlliances, awards];
