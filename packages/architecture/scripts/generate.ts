import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from '../src/generated-files.ts';

// Draws the pictures of docs/architecture.md from the imports as they stand; with `--check` it only names what is
// stale, and fails.
const root = fileURLToPath(new URL('../../../', import.meta.url));
const isCheck = process.argv.includes('--check');

for (const [path, text] of await generatedFiles(root)) {
  const before = await readFile(root + path, 'utf8').catch(() => undefined);
  if (before === text) continue;
  if (isCheck) {
    console.error(`${path} is stale: run pnpm generate.`);
    process.exitCode = 1;
  } else {
    await mkdir(dirname(root + path), { recursive: true });
    await writeFile(root + path, text);
    console.log(`wrote ${path}`);
  }
}
