// Other programs start this service by its manifest.
export { awards } from './service.ts';
