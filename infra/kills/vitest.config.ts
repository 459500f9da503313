// Two layers: what runs anywhere, and what needs a real Kafka and MongoDB. The latter are started by the test itself, since it
// kills them.
import { defineConfig } from 'vitest/config';

const onServers = ['src/**/*.servers.test.ts'];
/** A project hears no `--expect.poll.timeout`, so its wait is set here. */
const patient = { expect: { poll: { timeout: 30_000 } } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'embedded',
          include: ['src/**/*.test.ts'],
          exclude: onServers,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          ...patient,
        },
      },
      { test: { name: 'servers', include: onServers, testTimeout: 300_000, hookTimeout: 300_000, ...patient } },
    ],
  },
});
