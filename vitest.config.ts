import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'web/**/*.test.ts'],
    maxWorkers: '100%',
    globalSetup: ['test/pages-built.mjs'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // a busy machine is no failure
    expect: { poll: { timeout: 15_000 } },
  },
});
