import fc from 'fast-check';
import { test } from 'vitest';
import { fuzzTargets } from './fuzz-targets.ts';

test.each(fuzzTargets)('$name', async ({ property }) => {
  await fc.assert(property(fc), { numRuns: 60, seed: 1843 });
});
