import { readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { scenarios } from './index.ts';

const bundle = (entry: string, platform: 'browser' | 'node') =>
  build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform,
    metafile: true,
    logLevel: 'silent',
  });

test('the pure side bundles for browsers, without a single built-in of Node', async () => {
  const { metafile, warnings } = await bundle('index.ts', 'browser');
  const imported = Object.values(metafile.inputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  expect(imported.filter(isBuiltin)).toEqual([]);
  expect(warnings).toEqual([]);
});

test('what stands outside Node works on web standards alone', async () => {
  const { outputFiles } = await bundle('index.ts', 'browser');
  expect(outputFiles[0]?.text).not.toMatch(/\b(?:process|Buffer|setImmediate)\b\s*[.(]/);
});

test('the README names every scenario, with its sentence and its basis, and no other', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const rows = [...readme.matchAll(/^\| `(\S+)` +\| (.+?) +\| (documented|seen|choice) +\|$/gm)];
  expect(rows.map(([, name, summary, basis]) => ({ name, summary, basis }))).toEqual(scenarios);
});
