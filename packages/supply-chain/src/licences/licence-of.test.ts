import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { licenceOf } from './licence-of.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'licence-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function installs(manifest: object, files: Readonly<Record<string, string>> = {}) {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: '1.0.0', ...manifest }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

test.each(['LICENSE', 'license', 'LICENSE.md', 'LICENCE.txt', 'LICENSE-MIT'])('%s holds the text', (file) => {
  installs({ name: 'a', license: 'MIT' }, { [file]: 'Copyright Ada\r\n' });
  mkdirSync(join(folder, 'licenses-of-others'));
  expect(licenceOf(folder)).toEqual({ name: 'a', version: '1.0.0', licence: 'MIT', text: 'Copyright Ada' });
});

test('a package that ships no text gets that of its licence, with the holder that its sources name', () => {
  installs({ name: 'yoga-layout', license: 'MIT' });
  expect(licenceOf(folder).text).toMatch(/^MIT License\n\nCopyright \(c\) Meta Platforms/);
});

test('one whose holder nobody named stops the build', () => {
  installs({ name: 'stranger', license: 'MIT' });
  expect(() => licenceOf(folder)).toThrow('stranger ships no licence text');
});

test('one that may not be bundled stops it, too', () => {
  installs({ name: 'strict', license: 'GPL-3.0' }, { LICENSE: 'text' });
  expect(() => licenceOf(folder)).toThrow('strict is under GPL-3.0');
});
