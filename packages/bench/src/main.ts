// Measures the kit, then writes docs/benchmarks.md: node src/main.ts [PART ...], or [--page [--check]] to measure nothing
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchmarksPage, benchmarksText } from './page.ts';
import { parts, whyMissed } from './parts.ts';
import { type Figure, type Machine, readResults, writeResults } from './results.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { page: { type: 'boolean' }, check: { type: 'boolean' } },
});
const names = parts.map(({ name }) => name);
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`Unknown part ${unknown.join(', ')}. Parts: ${names.join(', ')}.\n`);
  process.exit(2);
}

if (!values.page) await measure(positionals);
writePage(fileURLToPath(new URL('../../../docs/benchmarks.md', import.meta.url)), values.check === true);
// Pseudo-terminals that were closed may keep the process alive.
process.exit();

/** Measures the parts of these names, all where there are none, and prints what came of them. */
async function measure(chosen: readonly string[]): Promise<void> {
  // Ended by a signal, it still removes its folders and pseudo-terminals.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
  const loadBefore = Number((loadavg()[0] ?? 0).toFixed(1));
  const figures: Record<string, Figure> = chosen.length === 0 ? {} : { ...readResults().figures };
  const measured = parts.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
  const measuredOn = new Date().toISOString().slice(0, 10);
  const results = { measuredOn, machine: thisMachine(), loadBefore, figures };
  for (const part of measured) {
    const start = performance.now();
    process.stderr.write(`${part.name}… `);
    Object.assign(figures, await part.measure());
    // After each: a part that fails later costs none of those before it.
    writeResults(results);
    process.stderr.write(`${((performance.now() - start) / 1000).toFixed(0)} s\n`);
  }
  process.stdout.write(benchmarksText(measured, results));
}

function writePage(path: string, isCheck: boolean): void {
  const page = benchmarksPage(parts, readResults(), whyMissed);
  if (!isCheck) writeFileSync(path, page);
  else if (readFileSync(path, 'utf8') !== page) {
    process.stderr.write('docs/benchmarks.md is stale: run pnpm generate.\n');
    process.exitCode = 1;
  }
}

function thisMachine(): Machine {
  const systems: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: availableParallelism(),
    memory: `${Math.round(totalmem() / 1024 ** 3)} GB`,
    system: `${systems[process.platform] ?? process.platform} ${process.arch}`,
    node: process.versions.node,
  };
}
