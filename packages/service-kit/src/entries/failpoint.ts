// The places where the tests kill a process.
export { type Failpoint, failpoint } from '../failpoint.ts';
