import { expect, test } from 'vitest';
import { readImports } from './read-imports.ts';

const path = 'packages/core/src/api/search.ts';

test('a relative import is a file, from the repository’s root', () => {
  expect(readImports(path, "import { a } from '../customer/a.ts';")).toEqual([
    { kind: 'file', path: 'packages/core/src/customer/a.ts' },
  ]);
});

test('a package is known by its name, whatever part of it is imported', () => {
  const text = "import '@scope/name/part';\nimport x from 'plain/part.js';";
  expect(readImports(path, text)).toEqual([
    { kind: 'package', name: '@scope/name' },
    { kind: 'package', name: 'plain' },
  ]);
});

test('types, re-exports and import() with a written module count, each file once', () => {
  const text = `
    import type { A } from './a.ts';
    export { a } from './a.ts';
    export type { B } from './b.ts';
    const c = () => import('./c.ts');
    const unknown = (name: string) => import(name);
  `;
  expect(readImports(path, text).map((found) => found.kind === 'file' && found.path)).toEqual([
    'packages/core/src/api/a.ts',
    'packages/core/src/api/b.ts',
    'packages/core/src/api/c.ts',
  ]);
});

test('what only looks like an import in a comment or a string is none', () => {
  expect(readImports(path, "// import './a.ts'\nconst text = \"import './b.ts'\";")).toEqual([]);
});

test('a file that is no TypeScript is named', () => {
  expect(() => readImports(path, 'import {')).toThrow(path);
});
