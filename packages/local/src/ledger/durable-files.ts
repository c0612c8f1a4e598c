import { constants } from 'node:fs';
import {
  chmod,
  type FileHandle,
  link,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  stat,
  unlink,
} from 'node:fs/promises';
import { dirname } from 'node:path';

/** The file operations that the ledger uses. Tests replace them, to fail or to be killed at any step. */
export type Files = Readonly<typeof operations>;

const operations = { chmod, link, mkdir, open, readdir, rename, rm, stat, unlink };

export const systemFiles: Files = operations;

export type Handle = FileHandle;

const openToOthers = 0o077;

/** Makes a folder that only its owner can use, and closes one that others can. */
export async function makePrivateFolder(files: Files, path: string): Promise<void> {
  for (const made of await makeFolders(files, path)) await syncFolder(files, dirname(made));
  const { mode } = await files.stat(path);
  if (process.platform !== 'win32' && (mode & openToOthers) !== 0) await files.chmod(path, 0o700);
}

/**
 * Makes a folder and those above it; returns those that were not there. Node's own way never ends below a folder that takes
 * no others, such as /proc.
 */
async function makeFolders(files: Files, path: string): Promise<readonly string[]> {
  try {
    await files.mkdir(path, { mode: 0o700 });
    return [path];
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) {
      if (await isFolder(files, path)) return [];
      throw error;
    }
    if (dirname(path) === path) throw error;
  }
  const above = await makeFolders(files, dirname(path));
  try {
    await files.mkdir(path, { mode: 0o700 });
  } catch (error) {
    // Another process was quicker.
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  return [path, ...above];
}

async function isFolder(files: Files, path: string): Promise<boolean> {
  const found = await files.stat(path).catch(() => undefined);
  return found?.isDirectory() === true;
}

/**
 * Opening a named pipe would wait for a program at its other end. Read when a file is opened: a browser, which opens none,
 * loads this module without constants.
 */
function openFlags(mode: 'r' | 'r+'): number {
  return (mode === 'r' ? constants.O_RDONLY : constants.O_RDWR) | (constants.O_NONBLOCK ?? 0);
}

/**
 * Undefined when the file does not exist.
 *
 * @throws LedgerError for a named pipe, a device or a folder: reading one may never end.
 */
export async function openIfThere(
  files: Files,
  path: string,
  flags: 'r' | 'r+' = 'r',
): Promise<Handle | undefined> {
  let handle: Handle;
  try {
    handle = await files.open(path, openFlags(flags), 0o600);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw hasCode(error, 'EISDIR') ? notAFile(path) : error;
  }
  try {
    if (!(await handle.stat()).isFile()) throw notAFile(path);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

export function notAFile(path: string): LedgerError {
  return new LedgerError(`Can't use the ledger: ${path} is not a file. Move it away, then try again.`);
}

/** Appends to an existing file and waits until it is on disk; on failure the file is as long as before. */
export async function appendDurably(files: Files, path: string, text: string): Promise<void> {
  const handle = await files.open(path, 'a', 0o600);
  try {
    const { size, mode } = await handle.stat();
    if (process.platform !== 'win32' && (mode & openToOthers) !== 0) await handle.chmod(0o600);
    try {
      await writeAll(handle, Buffer.from(text));
      await handle.datasync();
    } catch (error) {
      await handle.truncate(size).catch(() => {});
      throw error;
    }
  } finally {
    await handle.close();
  }
}

/** Replaces a file with what `write` writes, whole or not at all: a crash or a power cut leaves the one before. */
export async function replaceDurably(
  files: Files,
  path: string,
  write: (handle: Handle) => Promise<void>,
): Promise<void> {
  const unfinished = `${path}.tmp`;
  await files.rm(unfinished, { force: true });
  try {
    const handle = await files.open(unfinished, 'wx', 0o600);
    try {
      await write(handle);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    await files.rename(unfinished, path);
  } catch (error) {
    await files.rm(unfinished, { force: true }).catch(() => {});
    throw error;
  }
  await syncFolder(files, dirname(path));
}

/** Writes a file that is not there yet. */
export async function writeNew(files: Files, path: string, text: string): Promise<void> {
  const handle = await files.open(path, 'wx', 0o600);
  try {
    await writeAll(handle, Buffer.from(text));
  } finally {
    await handle.close();
  }
}

interface Draft {
  /** A file with the content. */
  readonly draft: string;
  readonly content: string;
  readonly path: string;
}

/**
 * Gives a file its name unless that is taken; false then. A hard link appears whole, with its content, or not at all; some
 * file systems have none.
 */
export async function publish(files: Files, { draft, content, path }: Draft): Promise<boolean> {
  try {
    try {
      await files.link(draft, path);
    } catch (error) {
      if (!hasCode(error, 'EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS')) throw error;
      await writeNew(files, path, content);
    }
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** At a position, or where the file stands. */
export async function writeAll(handle: Handle, bytes: Uint8Array, position?: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const at = position === undefined ? null : position + written;
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, at);
    written += bytesWritten;
  }
}

/** As many of the bytes from `position` on as there are. */
export async function readAt(handle: Handle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await handle.read(bytes, read, length - read, position + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return bytes.subarray(0, read);
}

/** Makes a new name in a folder outlast a power cut, where the system can do that for folders. */
async function syncFolder(files: Files, path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await files.open(path, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!hasCode(error, 'EINVAL', 'ENOTSUP', 'EISDIR')) throw error;
  } finally {
    await handle.close();
  }
}

/** Something a person has to know, and may decide about; its message is shown as it is. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
}

/** What to do about a folder of this kit that cannot be used. */
export const folderHint = 'Check its permissions, or set HELPCRUNCH_STATE_DIR to another folder.';

/** The sentence for anything that reading or writing the ledger threw. `place` is named where the error names nothing. */
export function ledgerErrorMessage(error: unknown, place: string): string {
  if (error instanceof LedgerError) return error.message;
  const { code, path = place } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk is full: can't write the ledger (${path}). Free some space, then try again.`;
    case 'EROFS':
      return `The disk is read-only: can't write the ledger (${path}). Set HELPCRUNCH_STATE_DIR to another folder.`;
    case 'EACCES':
    case 'EPERM':
      return `No permission to use the ledger (${path}). ${folderHint}`;
    default:
      return `Can't use the ledger (${path}): ${code ?? String(error)}. ${folderHint}`;
  }
}

export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
