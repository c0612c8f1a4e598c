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

test('index.ts: bundles for browsers without Node built-ins', async () => {
  const { metafile, warnings } = await bundle('index.ts', 'browser');
  const imported = Object.values(metafile.inputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  expect(imported.filter(isBuiltin)).toEqual([]);
  expect(warnings).toEqual([]);
});

test('index.ts: uses web standards only', async () => {
  const { outputFiles } = await bundle('index.ts', 'browser');
  expect(outputFiles[0]?.text).not.toMatch(/\b(?:process|Buffer|setImmediate)\b\s*[.(]/);
});

test('README: lists every scenario with its group, title, summary and basis, and no other', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const rows = [
    ...readme.matchAll(/^### (.+)$|^\| `(\S+)` +\| (.+?) +\| (.+?) +\| (documented|seen|choice) +\|$/gm),
  ];
  let group: string | undefined;
  const listed = rows.flatMap(([, heading, name, title, summary, basis]) => {
    group = heading ?? group;
    return heading === undefined ? [{ name, title, group, summary, basis }] : [];
  });
  expect(listed).toEqual(scenarios);
});
