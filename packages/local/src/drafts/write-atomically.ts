import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { makeFolders } from '../state-folder.ts';

const openToOthers = 0o077;

/**
 * Writes a file that only its owner can read, whole or not at all: a crash or a power cut in the middle leaves what was
 * there before. Closes its folder to others. Returns once it is on disk.
 *
 * @throws what the file system throws.
 */
export function writeAtomically(path: string, text: string): void {
  const folder = dirname(path);
  makeFolders(folder);
  const isOpen = process.platform !== 'win32' && (statSync(folder).mode & openToOthers) !== 0;
  if (isOpen) chmodSync(folder, 0o700);
  const unfinished = `${path}.tmp`;
  try {
    // One left over from a crash would keep its own mode.
    rmSync(unfinished, { force: true });
    const file = openSync(unfinished, 'wx', 0o600);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
    syncFolder(folder);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Makes the new name outlast a power cut, where the system can do that for folders. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } catch {
    // The file itself is on disk; not every file system can do this.
  } finally {
    closeSync(folder);
  }
}
