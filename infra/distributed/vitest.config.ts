// What runs anywhere, and what needs a real Kafka and MongoDB, started once for all its files.
import { defineConfig } from 'vitest/config';

const onServers = ['src/**/*.servers.test.ts'];
/** What takes longest, behind `npm test`. */
const long = ['src/**/*.long.test.ts'];
/** A project hears no `--expect.poll.timeout`, so its wait is set here. */
const patient = { expect: { poll: { timeout: 30_000 } } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'embedded',
          include: ['src/**/*.test.ts'],
          exclude: [...onServers, ...long],
          testTimeout: 120_000,
          ...patient,
        },
      },
      {
        test: {
          name: 'servers',
          include: onServers,
          globalSetup: ['@jiangong/servers/vitest'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          ...patient,
        },
      },
      {
        test: {
          name: 'long',
          include: long,
          globalSetup: ['@jiangong/servers/vitest'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          ...patient,
        },
      },
    ],
  },
});
