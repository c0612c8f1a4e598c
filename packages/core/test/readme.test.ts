import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('..', import.meta.url));

function block(markdown: string, language: string): string {
  const [, code = ''] = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(markdown) ?? [];
  return code;
}

test('the example of the README prints what the README says', async () => {
  const readme = await readFile(`${folder}README.md`, 'utf8');
  const { outputFiles } = await build({
    stdin: { contents: block(readme, 'ts'), resolveDir: folder, loader: 'ts' },
    alias: { '@helpcrunch-customer-kit/core': './src/index.ts' },
    absWorkingDir: folder,
    platform: 'node',
    // The other build of jsonc-parser loads its parts in a way that no bundler follows.
    mainFields: ['module', 'main'],
    format: 'esm',
    bundle: true,
    write: false,
  });
  const script = outputFiles[0]?.text ?? '';
  const printed = execFileSync(process.execPath, ['--input-type=module', '-'], {
    input: script,
    encoding: 'utf8',
  });
  expect(printed).toBe(block(readme, 'text'));
});
