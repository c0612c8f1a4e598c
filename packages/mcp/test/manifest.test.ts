import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

function read(name: string) {
  return JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
}

test('server.json names the package as it is published', () => {
  const manifest = read('package.json');
  const { name, version, description, packages } = read('server.json');
  const [npm] = packages;
  expect(name).toBe(manifest.mcpName);
  expect([version, npm.identifier, npm.version]).toEqual([manifest.version, manifest.name, manifest.version]);
  // The registry takes no longer one.
  expect(description.length).toBeLessThanOrEqual(100);
});
