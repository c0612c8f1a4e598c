// Tries everything with whatever the world may send it: node scripts/fuzz.mjs --runs 10000 --seed 1 [--only part of a name].
// Ends with 1 when something that always holds did not; the seed and the path that are printed show it again.
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { fuzzTargets } from '../packages/core/test/fuzz/fuzz-targets.ts';
import { tableTargets } from '../packages/import/test/fuzz/table-targets.ts';
import { fixTargets } from '../packages/language-server/test/fuzz/fix-targets.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: '' },
  },
});
const [numRuns, seed] = [Number(values.runs), Number(values.seed)];
const targets = [...fuzzTargets, ...tableTargets, ...fixTargets];
let failures = 0;
for (const { name, property } of targets.filter((target) => target.name.includes(values.only))) {
  const start = performance.now();
  const details = await fc.check(property(fc), { numRuns, seed, endOnFailure: false });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (details.failed) failures += 1;
  process.stdout.write(
    `${details.failed ? '✗' : '✓'} ${name}: ${details.numRuns} runs, seed ${seed}, ${seconds} s\n`,
  );
  if (details.failed) process.stdout.write(`${fc.defaultReportMessage(details)}\n`);
}
process.exitCode = failures > 0 ? 1 : 0;
