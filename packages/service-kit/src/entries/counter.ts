// A small service for tests of other packages.
export { counter } from '../testing/counter.fixture.ts';
