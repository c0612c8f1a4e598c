// Writes docs/dependencies.md: node src/generate.ts [--check]
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dependenciesPage } from './dependencies/dependencies-page.ts';
import { pageFacts, root } from './dependencies/page-facts.ts';

const path = 'docs/dependencies.md';
const text = dependenciesPage(pageFacts());

if (!process.argv.includes('--check')) writeFileSync(join(root, path), text);
else if (readFileSync(join(root, path), 'utf8') !== text) {
  process.stderr.write(`${path} is stale: run pnpm generate.\n`);
  process.exitCode = 1;
}
