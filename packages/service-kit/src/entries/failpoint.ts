// Names of the places where the tests kill a process.
export type { Failpoint } from '../failpoint.ts';
