import fc from 'fast-check';
import { test } from 'vitest';
import { tableTargets } from './table-targets.ts';

test.each(tableTargets)('$name', async ({ property }) => {
  await fc.assert(property(fc), { numRuns: 100, seed: 1843 });
});
