import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundledPackages, formatLicenses, licenseOf } from './write-licenses.ts';

function metafileWith(bytes: Readonly<Record<string, number>>): Metafile {
  const inputs = Object.fromEntries(
    Object.entries(bytes).map(([path, bytesInOutput]) => [path, { bytesInOutput }]),
  );
  return { inputs: {}, outputs: { 'dist/a.js': { bytes: 1, inputs, imports: [], exports: [] } } };
}

test('bundledPackages: lists each package once, by its innermost folder, with its scope', () => {
  const metafile = metafileWith({
    '../../node_modules/.pnpm/ky@2.1.0/node_modules/ky/a.js': 5,
    '../../node_modules/.pnpm/ky@2.1.0/node_modules/ky/b.js': 5,
    '../../node_modules/.pnpm/@hono+x@1/node_modules/@hono/x/dist/index.js': 5,
  });
  expect(bundledPackages(metafile, '/kit/apps/tui')).toEqual([
    '/kit/node_modules/.pnpm/ky@2.1.0/node_modules/ky',
    '/kit/node_modules/.pnpm/@hono+x@1/node_modules/@hono/x',
  ]);
});

test('bundledPackages: leaves out our own files and packages that were tree-shaken away', () => {
  const metafile = metafileWith({ 'src/main.ts': 5, 'node_modules/gone/a.js': 0 });
  expect(bundledPackages(metafile, '/kit')).toEqual([]);
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'license-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function install(manifest: object, files: Readonly<Record<string, string>> = {}) {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: '1.0.0', ...manifest }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

test.each(['LICENSE', 'license', 'LICENSE.md', 'LICENCE.txt', 'LICENSE-MIT'])(
  'licenseOf: reads the text from %s',
  (file) => {
    install({ name: 'a', license: 'MIT' }, { [file]: 'Copyright Ada\r\n' });
    mkdirSync(join(folder, 'licenses-of-others'));
    expect(licenseOf(folder)).toEqual({ name: 'a', version: '1.0.0', license: 'MIT', text: 'Copyright Ada' });
  },
);

test('licenseOf: writes the MIT text for a package without one, with the holder that its sources name', () => {
  install({ name: 'yoga-layout', license: 'MIT' });
  expect(licenseOf(folder).text).toMatch(/^MIT License\n\nCopyright \(c\) Meta Platforms/);
});

test('licenseOf: throws for a package without a text whose holder is not listed', () => {
  install({ name: 'stranger', license: 'MIT' });
  expect(() => licenseOf(folder)).toThrow('stranger ships no license text');
});

test('licenseOf: throws for a license that is not allowed', () => {
  install({ name: 'strict', license: 'GPL-3.0' }, { LICENSE: 'text' });
  expect(() => licenseOf(folder)).toThrow('strict is licensed under GPL-3.0');
});

test('formatLicenses: writes each license below its package, in order of the names', () => {
  const page = formatLicenses([
    { name: 'ky', version: '2.1.0', license: 'MIT', text: 'Copyright Sindre' },
    { name: 'chrono-node', version: '2.10.3', license: 'MIT', text: 'Copyright Wanasit' },
  ]);
  expect(page).toContain(`chrono-node 2.10.3 (MIT)\n${'-'.repeat(80)}\n\nCopyright Wanasit\n`);
  expect(page.indexOf('chrono-node')).toBeLessThan(page.indexOf('ky 2.1.0'));
});
