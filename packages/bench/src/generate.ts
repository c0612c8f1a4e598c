// Writes docs/benchmarks.md and its plots from results.json, measuring nothing: node src/generate.ts [--check]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { writtenFiles } from './page/written-files.ts';
import { root } from './places.ts';
import { readResults } from './results.ts';

const isCheck = process.argv.includes('--check');

for (const [path, text] of writtenFiles(readResults())) {
  if (read(path) === text) continue;
  if (isCheck) {
    process.stderr.write(`${relative(root, path)} is stale: run pnpm generate.\n`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
