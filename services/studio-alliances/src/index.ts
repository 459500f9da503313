// Other programs start this service by its manifest.
export { studioAlliances } from './service.ts';
