import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './test/reporter.ts'],
    projects: [
      { test: { name: 'unit', include: ['packages/*/src/**/*.test.ts'] } },
      { test: { name: 'contract', include: ['test/contract/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'golden', include: ['test/golden/*.test.ts'], testTimeout: 120_000 } },
      {
        // Whole processes, servers and kills: one file at a time, for they share the two cores.
        test: {
          name: 'system',
          include: ['test/system/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
