import { glob, readFile } from 'node:fs/promises';
import { sep } from 'node:path';
import { readImports } from './read-imports.ts';
import type { SourceFile } from './source-file.ts';

/** The code of every package and app, tests left out, in the order of its paths. `root` is the repository's folder. */
export async function readSourceFiles(root: string): Promise<readonly SourceFile[]> {
  const found = await Array.fromAsync(glob('{apps,packages}/*/src/**/*.{ts,tsx}', { cwd: root }));
  const paths = found
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !/\.test\.tsx?$|\.d\.ts$/.test(path))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({
      path,
      imports: readImports(path, await readFile(`${root}/${path}`, 'utf8')),
    })),
  );
}
