import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';

/** The result files that a run wrote, by path, with hashes of what it wrote there or was about to write. */
export type WrittenFiles = Readonly<Record<string, readonly string[]>>;

/**
 * The first path that is free, that holds what this run wrote there, or that has the content with `newHash` already. A
 * file that was edited since is kept.
 */
export async function freePath(
  nameOf: (number: number) => string,
  own: WrittenFiles,
  newHash: string,
): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = nameOf(number);
    const hash = await hashOf(path);
    if (hash === undefined || hash === newHash || own[path]?.includes(hash)) return path;
  }
}

/** True for a file that is as this run wrote it. */
export async function isAsWritten(path: string, own: WrittenFiles): Promise<boolean> {
  const hash = await hashOf(path);
  return hash !== undefined && own[path]?.includes(hash) === true;
}

/** `undefined` for a missing file. Something that cannot be read is not ours. */
async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
    return hash.digest('hex');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : '';
  }
}

const bufferBytes = 1_000_000;

/** A file that is written under another name, and renamed when it is whole. */
export class WholeFile implements AsyncDisposable {
  readonly #handle: FileHandle;
  readonly #path: string;
  readonly #hash = createHash('sha256');
  #parts: Uint8Array[] = [];
  #size = 0;
  #isOpen = true;
  #isRenamed = false;

  private constructor(handle: FileHandle, path: string) {
    this.#handle = handle;
    this.#path = path;
  }

  /** @throws what the file system throws; so do the others. */
  static async open(path: string): Promise<WholeFile> {
    return new WholeFile(await open(path, 'w'), path);
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes);
    this.#parts.push(bytes);
    this.#size += bytes.length;
    if (this.#size > bufferBytes) await this.#flush();
  }

  /** Brings everything to the disk; returns the hash of it. */
  async close(): Promise<string> {
    await this.#flush();
    await this.#handle.datasync();
    await this.#close();
    return this.#hash.digest('hex');
  }

  async renameTo(path: string): Promise<void> {
    await rename(this.#path, path);
    this.#isRenamed = true;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#close();
    if (!this.#isRenamed) await rm(this.#path, { force: true });
  }

  async #flush(): Promise<void> {
    await this.#handle.writeFile(Buffer.concat(this.#parts));
    [this.#parts, this.#size] = [[], 0];
  }

  async #close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.#handle.close();
  }
}
