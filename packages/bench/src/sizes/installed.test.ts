import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installed } from './installed.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'installed-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test('what is needed is counted along, once, through links, and what is not there is left out', () => {
  const a = JSON.stringify({ dependencies: { b: '1' }, optionalDependencies: { 'other-platform': '1' } });
  put('store/a/node_modules/a/package.json', a);
  put('store/a/node_modules/b/package.json', '{"dependencies":{"a":"1"}}');
  put('store/a/node_modules/b/big.js', 'x'.repeat(1000));
  mkdirSync(join(root, 'app/node_modules'), { recursive: true });
  symlinkSync(join(root, 'store/a/node_modules/a'), join(root, 'app/node_modules/a'));
  expect(installed(join(root, 'app'), ['a'])).toEqual({
    packages: 2,
    bytes: a.length + '{"dependencies":{"a":"1"}}'.length + 1000,
  });
});
