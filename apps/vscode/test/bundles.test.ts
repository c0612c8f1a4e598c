import { readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { expect, test } from 'vitest';

function text(bundle: string): string {
  return readFileSync(`dist/${bundle}`, 'utf8');
}

function requiredBy(bundle: string): string[] {
  return [...text(bundle).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name ?? '');
}

/** With everything that it requires, now or later. */
function files(bundle: string, found = new Set<string>()): Set<string> {
  if (found.has(bundle)) return found;
  found.add(bundle);
  for (const name of requiredBy(bundle)) if (name.startsWith('./')) files(name.slice(2), found);
  return found;
}

const loaded = ['extension.js', 'web/extension.js', 'app.js', 'server.js', 'mcp.js', 'panel.js'];
const bundles = [...new Set(loaded.flatMap((bundle) => [...files(bundle)]))];

test.each(['extension.js', 'web/extension.js'])('the entry %s is small', (bundle) => {
  expect(statSync(`dist/${bundle}`).size).toBeLessThanOrEqual(20_000);
});

test.each(bundles)('%s does not contain where it was built', (bundle) => {
  expect(text(bundle)).not.toMatch(/sourceMappingURL=data|\/node_modules\//);
});

test.each(['web/extension.js', 'app.js'])('%s requires nothing that a browser lacks', (bundle) => {
  const required = [...files(bundle)].flatMap(requiredBy);
  expect(required.filter((name) => name !== 'vscode' && !name.startsWith('./'))).toEqual([]);
});

test.each(bundles)('%s requires only the editor, Node, the keychain and the other files', (bundle) => {
  const isFile = (name: string) => name.startsWith('./') && bundles.includes(name.slice(2));
  const isOurs = (name: string) => name === 'vscode' || name === '@napi-rs/keyring' || isFile(name);
  expect(requiredBy(bundle).filter((name) => !isBuiltin(name) && !isOurs(name))).toEqual([]);
});

test('what several parts stand on is in the package once', () => {
  for (const known of ['Not a valid email', 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH', 'textDocument/hover'])
    expect(bundles.filter((bundle) => text(bundle).includes(known))).toHaveLength(1);
});

test('the package has the licenses of what is bundled', () => {
  const licenses = text('third-party-licenses.txt');
  for (const name of ['vscode-languageclient', 'jsonc-parser', 'ky', 'hono'])
    expect(licenses).toMatch(new RegExp(`^${name} \\d.* \\(MIT\\)$`, 'm'));
});
