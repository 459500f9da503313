// Parts that benchmarks measure alone.
export { recordOf } from '../log/kafka-record.ts';
export { eventsOfCommit } from '../relay/envelope.ts';
export { relayOf } from '../relay/relay.ts';
export { type RuntimeDeps, runtimeOf } from '../run/runtime.ts';
export { openDatabase } from '../sqlite/sqlite.ts';
