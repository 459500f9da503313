// Why an upload is not kept, as a problem: thrown on the way through the checks.
import { refuse } from '@jiangong/contracts';
import { Refused } from '../../http/problem.ts';

export const refusedFile = (reason: string, reasonEn: string) =>
  new Refused(refuse('file-refused', { reason, reasonEn }));
export const refusedType = (reason: string, reasonEn: string) =>
  new Refused(refuse('file-type-refused', { reason, reasonEn }));
export const damagedFile = () => refusedFile('文件不完整或已损坏', 'it is incomplete or damaged');
