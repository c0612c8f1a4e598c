import fc from 'fast-check';
import { test } from 'vitest';
import { fixTargets } from './fuzz/fix-targets.ts';

test.each(fixTargets)('$name', async ({ property }) => {
  await fc.assert(property(fc), { numRuns: 300 });
});
