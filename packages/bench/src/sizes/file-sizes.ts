import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of all files in a folder, those of some kind alone if a suffix is given; other packages in it do not count. */
export function folderBytes(folder: string, suffix = ''): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') bytes += folderBytes(path, suffix);
    else if (entry.isFile() && entry.name.endsWith(suffix)) bytes += statSync(path).size;
  }
  return bytes;
}
