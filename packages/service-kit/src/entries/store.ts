// The store's port.
export type { Commit, OpenStore, Store, StoredRow } from '../store/port.ts';
