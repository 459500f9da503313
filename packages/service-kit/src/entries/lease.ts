// One copy at a time does a piece of background work.
export { leaseOf } from '../run/lease.ts';
