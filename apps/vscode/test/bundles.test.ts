import { readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { expect, test } from 'vitest';

const bundles = [
  'extension.js',
  'web/extension.js',
  'app.js',
  'language.js',
  'server.js',
  'import.js',
  'listen.js',
  'ledger.js',
  'panel.js',
];

function text(bundle: string): string {
  return readFileSync(`dist/${bundle}`, 'utf8');
}

function requiredBy(bundle: string): string[] {
  return [...text(bundle).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name ?? '');
}

test.each(['extension.js', 'web/extension.js'])('the entry %s is small', (bundle) => {
  expect(statSync(`dist/${bundle}`).size).toBeLessThanOrEqual(20_000);
});

test.each(bundles)('%s does not contain where it was built', (bundle) => {
  expect(text(bundle)).not.toMatch(/sourceMappingURL=data|\/node_modules\//);
});

test.each(['web/extension.js', 'app.js'])('%s requires nothing that a browser lacks', (bundle) => {
  expect(requiredBy(bundle).filter((name) => name !== 'vscode')).toEqual([]);
});

test.each(bundles)('%s requires only the editor, Node and the other bundles', (bundle) => {
  const known = ['app', 'language', 'import', 'listen', 'ledger'];
  const isBundle = (name: string) => known.some((bundle) => name === `./${bundle}.js`);
  expect(
    requiredBy(bundle).filter((name) => !isBuiltin(name) && name !== 'vscode' && !isBundle(name)),
  ).toEqual([]);
});

test('the package has the licenses of what is bundled', () => {
  const licenses = text('third-party-licenses.txt');
  for (const name of ['vscode-languageclient', 'jsonc-parser', 'ky', 'hono'])
    expect(licenses).toMatch(new RegExp(`^${name} \\d.* \\(MIT\\)$`, 'm'));
});
