// Two layers: what runs anywhere, and what needs a real Kafka and MongoDB, started once for all its files.
import { defineConfig } from 'vitest/config';

const onServers = ['src/**/*.servers.test.ts'];
const patient = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'embedded', include: ['src/**/*.test.ts'], exclude: onServers, ...patient } },
      { test: { name: 'servers', include: onServers, globalSetup: ['@jiangong/servers/vitest'], ...patient } },
    ],
  },
});
