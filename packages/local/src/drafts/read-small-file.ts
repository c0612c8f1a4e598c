import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** Bytes of the largest file that is read, or written to be read again. */
export const maxFileSize = 4_000_000;

export type SmallFile =
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
