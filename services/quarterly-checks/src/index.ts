// Other programs start this service by its manifest.
export { quarterlyChecks } from './service.ts';
