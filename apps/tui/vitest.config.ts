import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The built program in a terminal takes its time on a busy machine; what never comes is said sooner.
    testTimeout: 30_000,
  },
});
