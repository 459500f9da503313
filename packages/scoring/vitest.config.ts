// Properties run ten thousand times each: they need more than the default seconds on a busy machine.
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { testTimeout: 180_000, include: ['src/**/*.test.ts'] } });
