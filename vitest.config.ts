import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'web/**/*.test.ts'],
    // half of the time a test waits, for a browser or a server: one more than there are processors keeps these at work
    maxWorkers: availableParallelism() + 1,
    globalSetup: ['test/pages-built.mjs'],
    // a busy machine is no failure
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
