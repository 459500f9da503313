// Other programs start this service by its manifest.
export { console } from './service.ts';
