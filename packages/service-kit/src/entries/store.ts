// The store's port.

export type { Commit, OpenStore, PrivateRow, Store, StoredRow } from '../store/port.ts';
export { statesIn } from '../store/states.ts';
