// What anybody can check of a service's journal with nothing but what it published.
export {
  type Checkpoint,
  checkpointDigest,
  checkpointText,
  isSigned,
  keyIdOf,
  type Leaf,
  leafText,
  type SignedCheckpoint,
} from './checkpoint.ts';
export {
  consistencyPath,
  EMPTY_ROOT,
  inclusionPath,
  leafHash,
  nodeHash,
  type ReadNode,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';
export { type Archive, recompute } from './recompute/recompute.ts';
export type { Difference, Report } from './recompute/report.ts';
