import { readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { expect, test } from 'vitest';

const bundles = ['extension.js', 'app.js', 'web/extension.js', 'web/app.js', 'panel.js'];

function text(bundle: string): string {
  return readFileSync(`dist/${bundle}`, 'utf8');
}

test.each(['extension.js', 'web/extension.js'])('the entry %s is small', (bundle) => {
  expect(statSync(`dist/${bundle}`).size).toBeLessThanOrEqual(20_000);
});

test.each(bundles)('%s leaves no trace of where it was built', (bundle) => {
  expect(text(bundle)).not.toMatch(/sourceMappingURL=data|\/node_modules\//);
});

test.each(['web/extension.js', 'web/app.js'])('%s asks for nothing that a browser lacks', (bundle) => {
  const required = [...text(bundle).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name);
  expect(new Set(required)).toEqual(new Set(['vscode']));
});

test('the bundles for Node ask for the editor, for Node itself and for each other', () => {
  const required = ['extension.js', 'app.js'].flatMap((bundle) =>
    [...text(bundle).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name ?? ''),
  );
  expect(required.filter((name) => !isBuiltin(name) && !['vscode', './app.js'].includes(name))).toEqual([]);
});
