// The single address knows where everything is: its table names every route and noun of every service, and nothing else.
import { consoleService } from '@jiangong/console';
import { resources, serviceOfNoun, serviceOfPath } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { services } from './services.ts';

/** Mounted by the service itself: it draws a token, and carries out no command. */
const byHand = ['/behalf'];
const manifests = [consoleService(() => {}), ...services];

test('every route is proxied to its service', () => {
  for (const { name, routes } of manifests)
    for (const { path } of routes) expect([path, serviceOfPath(path)]).toEqual([path, name]);
});
test('every noun is read in its service’s journal', () => {
  for (const { name, streams } of manifests)
    for (const noun of Object.keys(streams)) expect([noun, serviceOfNoun(noun)]).toEqual([noun, name]);
});
test('every row of the table has a route', () => {
  for (const { name, routes, streams } of manifests) {
    const { paths, nouns } = resources[name];
    expect(nouns.filter((noun) => !(noun in streams))).toEqual([]);
    const own = [...routes.map(({ path }) => path), ...(name === 'console' ? byHand : [])];
    expect(paths.filter((path) => !own.some((route) => `${route}/`.startsWith(`${path}/`)))).toEqual([]);
  }
});

/** Read as parts of their check. */
const ofChecks = ['/checks/:id/plan', '/checks/:id/sheets/:department'];
test('what is replaced as a whole is read with the version that replacing it names', () => {
  const routes = manifests.flatMap(({ routes }) => routes);
  const replaced = routes.filter((route) => route.method === 'PUT' && !('revised' in route && route.revised));
  const versioned = (path: string) =>
    routes.some((route) => route.kind === 'query' && route.path === path && route.stream !== undefined);
  expect(replaced.length).toBeGreaterThan(10);
  expect(replaced.map(({ path }) => path).filter((path) => !versioned(path))).toEqual(ofChecks);
});
