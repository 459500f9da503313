// Other programs start this service by its manifest.
export { competitions } from './service.ts';
