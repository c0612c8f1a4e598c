import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Programs are started and killed here, beside whatever else the machine does.
    testTimeout: 120_000,
    fileParallelism: false,
  },
});
