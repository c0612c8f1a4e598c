import {
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolders } from '../state-folder.ts';

/** Bytes of the largest file that is read, or written to be read again. */
export const maxFileSize = 4_000_000;

type SmallFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'not-a-file' }
  | { readonly kind: 'too-large' };

/**
 * Reads a file of at most `maxFileSize` bytes; a named pipe, a device or a folder is never waited for.
 *
 * @throws what the file system throws.
 */
export async function readSmallFile(path: string): Promise<SmallFile> {
  // Opening a named pipe would wait for a writer.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) return { kind: 'not-a-file' };
    if (stat.size > maxFileSize) return { kind: 'too-large' };
    // Some files say that they are empty, and never end.
    const bytes = Buffer.alloc(Math.min(stat.size, maxFileSize) + 1);
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    if (length > stat.size) return { kind: 'too-large' };
    return { kind: 'text', text: bytes.toString('utf8', 0, length) };
  } finally {
    await handle.close();
  }
}

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
