// Other programs start the distributed system by this.
export { freePorts, type Process, startProcess } from './processes.ts';
export { type System, type SystemOptions, startSystem } from './system.ts';
