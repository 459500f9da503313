// The settings of a process.
export { type Config, configSchema, readConfig } from '../run/config.ts';
