// Other programs start this service by its manifest.
export { contests } from './service.ts';
