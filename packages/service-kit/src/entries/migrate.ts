// Moves an installation to servers, and rebuilds a lost log.
export { migrate } from '../migrate/migrate.ts';
export { rebuildLog } from '../migrate/rebuild.ts';
