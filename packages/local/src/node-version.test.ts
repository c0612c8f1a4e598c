import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { oldestNode, validateNodeVersion } from './start-checks.ts';

test('a Node that is too old is named, and the one that is needed', () => {
  const message = 'This program needs Node 22.12 or newer; this is Node 20.20.2.';
  expect(validateNodeVersion('20.20.2')).toBe(message);
  expect(validateNodeVersion('22.11.0')).toMatch(/^This program needs Node 22\.12 or newer/u);
});

test.each(['22.12.0', '22.13.1', '23.0.0', '24.1.0', process.versions.node])(
  'Node %s is enough',
  (version) => {
    expect(validateNodeVersion(version)).toBeUndefined();
  },
);

test.each(['apps/tui', 'packages/mcp', 'packages/local'])('%s asks for the oldest Node', async (folder) => {
  const manifest = new URL(`../../../${folder}/package.json`, import.meta.url);
  const { engines } = JSON.parse(await readFile(manifest, 'utf8'));
  expect(engines.node).toBe(`>=${oldestNode}`);
});
