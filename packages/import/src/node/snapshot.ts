import { closeSync, createReadStream, openSync, readSync, writeSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Open } from '../table/table.ts';
import { TableError } from '../table/table-issue.ts';

/** Opens what is not a file. */
export type OpenPipe = (path: string) => Promise<Readable>;

const chunkBytes = 65_536;
/** A million rows take far less. A device, or the output of a program, may never end. */
const defaultMaxBytes = 2 ** 31;

/**
 * Copies a file, or what comes out of a pipe, and returns how to read the copy, as often as needed. A file is read for its
 * columns, its plan, the sending and the results: each has to see the same rows. The copy has no name, so that nothing is
 * left of it when the process ends, however it ends.
 *
 * @throws TableError where it is too large, what the file system throws, and what ends the wait for a pipe.
 */
export async function openSnapshot(
  path: string,
  openPipe: OpenPipe = async () => createReadStream(path),
  { maxBytes = defaultMaxBytes }: { readonly maxBytes?: number } = {},
): Promise<Open> {
  const input = await stat(path);
  if (input.size > maxBytes) throw new TableError({ code: 'too-large', maxBytes });
  const fd = await openNameless();
  try {
    const source: AsyncIterable<Buffer> = input.isFile() ? createReadStream(path) : await openPipe(path);
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new TableError({ code: 'too-large', maxBytes });
      for (let at = 0; at < chunk.length; ) at += writeSync(fd, chunk, at);
    }
  } catch (error) {
    closeSync(fd);
    throw error;
  }
  return () => chunksOf(fd);
}

/** Opens a file that has lost its name before anything is in it. */
async function openNameless(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'helpcrunch-import-'));
  try {
    return openSync(join(folder, 'input'), 'wx+', 0o600);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** From the start, each time; a stream would close the file when its reader stops early. */
async function* chunksOf(fd: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; ; ) {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    const length = readSync(fd, chunk, 0, chunkBytes, at);
    if (length === 0) return;
    at += length;
    yield chunk.subarray(0, length);
    // Keys, signals and timers have their turn in the midst of a large file.
    await nextTurn();
  }
}
