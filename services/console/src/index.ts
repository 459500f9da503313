// Other programs start this service by its manifest.
export type { Credentials } from './first-administrator.ts';
export { console, consoleService } from './service.ts';
