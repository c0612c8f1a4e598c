import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { testTimeoutMs, waitTimeoutMs } from './packages/testing/src/timeouts.ts';
import { ResultsReporter } from './scripts/results-reporter.ts';

type TestOptions = NonNullable<ViteUserConfig['test']>;

/** What every package's tests run with; a package adds only what is its own. */
export function testConfig(own: TestOptions = {}): ViteUserConfig {
  return defineConfig({
    test: {
      include: ['{src,test}/**/*.test.{ts,tsx}'],
      testTimeout: testTimeoutMs,
      hookTimeout: testTimeoutMs,
      expect: { poll: { timeout: waitTimeoutMs } },
      // No test keeps global state: one module graph for many small files saves more than half of the CPU time.
      pool: 'threads',
      isolate: false,
      // `pnpm test` says at its end which tests failed, and how to run each alone.
      reporters: ['default', new ResultsReporter()],
      includeTaskLocation: true,
      ...own,
    },
  });
}
