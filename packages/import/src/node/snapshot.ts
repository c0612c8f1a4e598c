import { createReadStream, openSync, readSync } from 'node:fs';
import { copyFile, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Open } from '../table/table.ts';

/** Opens what is not a file. */
export type OpenPipe = (path: string) => Promise<Readable>;

const chunkBytes = 65_536;

/**
 * Copies a file, or what comes out of a pipe, and returns how to read the copy, as often as needed. A file is read for its
 * columns, its plan, the sending and the results: each has to see the same rows. The copy has no name, so that nothing is
 * left of it when the process ends, however it ends.
 *
 * @throws what the file system throws, and what ends the wait for a pipe.
 */
export async function openSnapshot(
  path: string,
  openPipe: OpenPipe = async () => createReadStream(path),
): Promise<Open> {
  const folder = await mkdtemp(join(tmpdir(), 'helpcrunch-import-'));
  try {
    const copy = join(folder, 'input');
    if ((await stat(path)).isFile()) await copyFile(path, copy);
    else await writeFile(copy, await openPipe(path), { mode: 0o600 });
    const fd = openSync(copy, 'r');
    return () => chunksOf(fd);
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
