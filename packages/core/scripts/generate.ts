import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from './docs/generated-files.ts';

// Writes the files generated from the tables of core. With `--check` it only names stale files, and fails.
const root = new URL('../../../', import.meta.url);
const isCheck = process.argv.includes('--check');

for (const { path, text } of generatedFiles) {
  const file = fileURLToPath(new URL(path, root));
  const before = await readFile(file, 'utf8').catch(() => undefined);
  const after = text();
  if (before === after) continue;
  if (isCheck) {
    console.error(`${path} is stale: run pnpm generate.`);
    process.exitCode = 1;
  } else {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, after);
    console.log(`wrote ${path}`);
  }
}
