// The engine of a deployment, for tools.
export { openEngine, openStoreAlone } from '../run/engine.ts';
