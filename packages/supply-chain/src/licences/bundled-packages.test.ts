import type { Metafile } from 'esbuild';
import { expect, test } from 'vitest';
import { bundledPackages } from './bundled-packages.ts';

function metafileWith(bytes: Readonly<Record<string, number>>): Metafile {
  const inputs = Object.fromEntries(
    Object.entries(bytes).map(([path, bytesInOutput]) => [path, { bytesInOutput }]),
  );
  return { inputs: {}, outputs: { 'dist/a.js': { bytes: 1, inputs, imports: [], exports: [] } } };
}

test('each package once, by its innermost folder, with its scope', () => {
  const folders = bundledPackages(
    metafileWith({
      '../../node_modules/.pnpm/ky@2.1.0/node_modules/ky/a.js': 5,
      '../../node_modules/.pnpm/ky@2.1.0/node_modules/ky/b.js': 5,
      '../../node_modules/.pnpm/@hono+x@1/node_modules/@hono/x/dist/index.js': 5,
    }),
    '/kit/apps/tui',
  );
  expect(folders).toEqual([
    '/kit/node_modules/.pnpm/@hono+x@1/node_modules/@hono/x',
    '/kit/node_modules/.pnpm/ky@2.1.0/node_modules/ky',
  ]);
});

test('what is the kit’s own, and what was shaken out, is not listed', () => {
  expect(bundledPackages(metafileWith({ 'src/main.ts': 5, 'node_modules/gone/a.js': 0 }), '/kit')).toEqual(
    [],
  );
});
