import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // Nothing here keeps global state: one module graph for many small files saves most of the time.
    pool: 'threads',
    isolate: false,
    // Properties are tried hundreds of times, also where other work goes on.
    testTimeout: 30_000,
  },
});
