// What a faulty request is told.
export { malformed } from '../http/problem.ts';
