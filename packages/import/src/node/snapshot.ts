import { createReadStream, openSync, readSync } from 'node:fs';
import { copyFile, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
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
  const folder = await mkdtemp(join(tmpdir(), 'helpcrunch-import-'));
  try {
    const copy = join(folder, 'input');
    if (input.isFile()) await copyFile(path, copy);
    else await writeFile(copy, atMost(await openPipe(path), maxBytes), { mode: 0o600 });
    const fd = openSync(copy, 'r');
    return () => chunksOf(fd);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @throws TableError once more came out of it. */
async function* atMost(pipe: Readable, maxBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of pipe as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new TableError({ code: 'too-large', maxBytes });
    yield chunk;
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
