// The event log's port.
export type { EventLog } from '../log/port.ts';
