import module from 'node:module';
import { join } from 'node:path';
import { makeFolders, systemCacheFolder } from '@helpcrunch-customer-kit/local/state-folder';

/**
 * Keeps what Node compiles of this program for the next start, which takes a seventh less time then. In the user's own
 * folder: anyone who can write to such a folder decides what runs. A folder that cannot be written changes nothing,
 * and `NODE_COMPILE_CACHE` and `NODE_DISABLE_COMPILE_CACHE` go first, as everywhere.
 */
export function keepCompiledCode(process: Pick<NodeJS.Process, 'platform' | 'env'>): void {
  const { NODE_COMPILE_CACHE: own, NODE_DISABLE_COMPILE_CACHE: disabled } = process.env;
  // No folder is made that stays empty.
  if (own || disabled) return;
  const folder = join(systemCacheFolder(process), 'compiled');
  try {
    makeFolders(folder);
  } catch {
    return;
  }
  // Node 20 reports later that it is too old; it may have no such function.
  module.enableCompileCache?.(folder);
}

/** Writes what was compiled so far. Later, it would hold functions that a start does not need, and take longer to read. */
export function saveCompiledCode(): void {
  module.flushCompileCache();
}
