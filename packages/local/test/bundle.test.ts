import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('./ledger bundles into one file that needs nothing but Node', async () => {
  const { metafile, outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../src/ledger.ts', import.meta.url))],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    treeShaking: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.12',
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path));
  expect(imports.filter((path) => !path.startsWith('node:'))).toEqual([]);
  expect(Object.keys(metafile.inputs).filter((path) => path.endsWith('.node'))).toEqual([]);
  expect(outputFiles[0]?.contents.length).toBeLessThan(42_000);
});
