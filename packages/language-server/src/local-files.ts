import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isCustomerFileName } from '@helpcrunch-customer-kit/core';
import type { CustomerFiles } from './server/runtime.ts';

/** A search stops here in a folder of any size. */
const [maxFolders, maxFiles, maxBytes] = [2000, 500, 256 * 1024];
/** Folders with many files and no customers. */
const skipped = /^(?:\..+|node_modules|dist|out|build|target|vendor)$/;

/** Customer files on the local disk. */
export const localFiles: CustomerFiles = {
  async list(folder) {
    if (!folder.startsWith('file:')) return [];
    const found: string[] = [];
    const folders = [fileURLToPath(folder)];
    for (let at = 0; at < folders.length && at < maxFolders && found.length < maxFiles; at += 1) {
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
      return (await stat(path)).size > maxBytes ? undefined : await readFile(path, 'utf8');
    } catch {
      // Deleted since it was listed, or not readable.
      return undefined;
    }
  },
};
