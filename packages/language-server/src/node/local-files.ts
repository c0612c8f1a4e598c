import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isCustomerFileName } from '@helpcrunch-customer-kit/core';
import type { CustomerFiles } from '../server/runtime.ts';

/** A search ends here, however large the folder is. */
const [mostFolders, mostFiles, mostBytes] = [2000, 500, 256 * 1024];
/** Where nobody keeps customers, and where most files are. */
const skipped = /^(?:\..+|node_modules|dist|out|build|target|vendor)$/;

/** Customer files on this machine's disk. */
export const localFiles: CustomerFiles = {
  async list(folder) {
    if (!folder.startsWith('file:')) return [];
    const found: string[] = [];
    const folders = [fileURLToPath(folder)];
    for (let at = 0; at < folders.length && at < mostFolders && found.length < mostFiles; at += 1) {
      const current = folders[at] ?? '';
      for (const entry of await readdir(current, { withFileTypes: true }).catch(() => [])) {
        const path = join(current, entry.name);
        if (entry.isDirectory() && !skipped.test(entry.name)) folders.push(path);
        else if (entry.isFile() && isCustomerFileName(entry.name)) found.push(pathToFileURL(path).href);
      }
    }
    return found;
  },
  async read(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      const path = fileURLToPath(uri);
      return (await stat(path)).size > mostBytes ? undefined : await readFile(path, 'utf8');
    } catch {
      // Gone since it was listed, or not ours to read.
      return undefined;
    }
  },
};
