import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

test('docs/dependencies.md lists every direct dependency once, and nothing else', () => {
  const manifests = globSync('{,apps/*/,packages/*/,apps/vscode/e2e/}package.json', {
    cwd: root,
  });
  const used = manifests.flatMap((path) => {
    const manifest = JSON.parse(readFileSync(join(root, path), 'utf8'));
    return kinds.flatMap((kind) => Object.entries<string>(manifest[kind] ?? {}));
  });
  const names = used.filter(([, range]) => !/^(?:workspace|link):/.test(range)).map(([name]) => name);
  const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
  const listed = [...page.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
  expect(listed.toSorted()).toEqual([...new Set(names)].toSorted());
});

test('pnpm-lock.yaml names the platform of each Node, so that only one is installed', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const lockfile = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8');
  for (const [name, version] of Object.entries<string>(manifest.optionalDependencies)) {
    const entry = new RegExp(
      `^  ${name}@${version}:\\n(?:    .*\\n)*?    cpu: \\[.+\\]\\n    os: \\[.+\\]\\n`,
      'm',
    );
    expect(lockfile).toMatch(entry);
  }
});

test('release.yml publishes every package of the workspace that a published one needs', () => {
  const workflow = readFileSync(join(root, '.github/workflows/release.yml'), 'utf8');
  const [, list = ''] = /for package in (packages\/core .*); do/.exec(workflow) ?? [];
  const published = list.split(' ').map((folder) => {
    return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  });
  const needed = published.flatMap(({ dependencies = {} }) => Object.entries<string>(dependencies));
  const names = needed.filter(([, range]) => range.startsWith('workspace:')).map(([name]) => name);
  expect(published.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  expect(names).toContain('@helpcrunch-customer-kit/import');
});
