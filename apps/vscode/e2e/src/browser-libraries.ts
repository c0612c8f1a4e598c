import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { newFolder, packageFolder } from './places.ts';

/**
 * The folder of the libraries that Chromium needs and this machine lacks; `undefined` when it has them all. They come
 * with the browser's package.
 */
export function browserLibraries(executable: string): string | undefined {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  if (stdout !== null && !stdout.includes('not found')) return undefined;
  const packed = join(packageFolder('@sparticuz/chromium'), 'bin', 'al2023.tar.br');
  const folder = newFolder();
  mkdirSync(folder, { recursive: true });
  const input = brotliDecompressSync(readFileSync(packed));
  const { status } = spawnSync('tar', ['-x', '-C', folder], { input });
  const libraries = join(folder, 'lib');
  return status === 0 && existsSync(libraries) ? libraries : folder;
}
