import { expect, test } from 'vitest';
import { packagesOf, roomsOf } from './room-graph.ts';
import type { SourceFile } from './source-file.ts';

const files: readonly SourceFile[] = [
  file('packages/core/src/index.ts', 'packages/core/src/api/send.ts'),
  file('packages/core/src/api/send.ts', 'packages/core/src/customer/a.ts', 'packages/core/src/customer/b.ts'),
  file('packages/core/src/customer/a.ts', 'packages/core/src/customer/b.ts'),
  file('packages/core/src/customer/b.ts'),
  { path: 'apps/tui/src/main.ts', imports: [{ kind: 'package', name: 'the-core' }] },
];

test('a room is a folder below src, or a file that lies there itself', () => {
  expect(roomsOf('packages/core', files).rooms).toEqual([
    { name: 'api', files: 1 },
    { name: 'customer', files: 2 },
    { name: 'index.ts', files: 1 },
  ]);
});

test('an arrow counts the imports behind it; what stays in its room has none', () => {
  expect(roomsOf('packages/core', files).arrows).toEqual([
    { from: 'api', to: 'customer', imports: 2 },
    { from: 'index.ts', to: 'api', imports: 1 },
  ]);
});

test('packages are tied by their names', () => {
  expect(packagesOf(files, new Map([['the-core', 'packages/core']])).arrows).toEqual([
    { from: 'apps/tui', to: 'packages/core', imports: 1 },
  ]);
});

function file(path: string, ...imports: readonly string[]): SourceFile {
  return { path, imports: imports.map((found) => ({ kind: 'file', path: found })) };
}
