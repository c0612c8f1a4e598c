// Measures the kit beside its peers, then writes docs/benchmarks.md and its plots: node src/main.ts [PART ...]
import { performance } from 'node:perf_hooks';
import { loadNow, thisMachine } from './machine.ts';
import { parts } from './parts.ts';
import { setUpPeers } from './peers-set-up.ts';
import { type Figure, readResults, writeResults } from './results.ts';

const named = process.argv.slice(2).filter((argument) => argument !== '--');
const unknown = named.filter((name) => !(name in parts));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no part ${unknown.join(', ')}. There are ${Object.keys(parts).join(', ')}.\n`,
  );
  process.exit(2);
}

// Ended by hand, it still takes its folders and its pseudo-terminals away.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

const loadBefore = loadNow();
await setUpPeers();
const figures: Record<string, Figure> = named.length === 0 ? {} : { ...readResults().figures };
for (const [name, measure] of Object.entries(parts)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const start = performance.now();
  process.stderr.write(`${name}… `);
  Object.assign(figures, await measure());
  process.stderr.write(`${((performance.now() - start) / 1000).toFixed(0)} s\n`);
}
const measuredOn = new Date().toISOString().slice(0, 10);
writeResults({ measuredOn, machine: thisMachine(), loadBefore, figures });
await import('./generate.ts');
// Pseudo-terminals that were closed may still hold the process.
process.exit();
