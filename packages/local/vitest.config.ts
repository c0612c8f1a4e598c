import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // Child processes are started and killed here, on machines with other work to do: a guard against hanging only.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
