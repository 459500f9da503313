// What runs anywhere, and what needs a real Kafka and MongoDB, started once for all its files.
import { defineConfig } from 'vitest/config';

const onServers = ['src/**/*.servers.test.ts'];
/** What takes longest, behind `npm test`. */
const long = ['src/**/*.long.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'embedded',
          include: ['src/**/*.test.ts'],
          exclude: [...onServers, ...long],
          testTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        test: {
          name: 'servers',
          include: onServers,
          globalSetup: ['@jiangong/servers/vitest'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'long',
          include: long,
          globalSetup: ['@jiangong/servers/vitest'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
