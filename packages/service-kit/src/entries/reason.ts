// Why a process ends, for operators.
export { reasonOf } from '../run/reason.ts';
