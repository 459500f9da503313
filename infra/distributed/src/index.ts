// Other programs start the distributed system by this.
export { type Race, type RaceOptions, raceFeed } from './feed-race.ts';
export { hrSpeed, type Speed, type SpeedOptions } from './hr-speed.ts';
export { freePorts, type Process, startProcess } from './processes.ts';
export { type System, type SystemOptions, startSystem } from './system.ts';
