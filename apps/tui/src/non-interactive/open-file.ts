import { close, closeSync, constants, createReadStream, open } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { isatty, ReadStream as TerminalStream } from 'node:tty';
import { promisify } from 'node:util';

// A number, not a handle: a handle closes the file once it is garbage collected.
const openFile: (path: string, flags: number) => Promise<number> = promisify(open);

/**
 * Opens a file, a named pipe or a terminal device to read it. An ordinary read of a pipe waits in a thread that nothing
 * ends, not even the end of the program: here both the wait for a writer and the wait for its text end with the signal.
 *
 * @throws what the file system throws, and the signal's reason.
 */
export async function openFileToRead(path: string, signal: AbortSignal): Promise<Readable> {
  const entry = await stat(path);
  signal.throwIfAborted();
  if (entry.isFIFO()) {
    return new Socket({ fd: await openPipe(path, signal), readable: true, writable: false });
  }
  const fd = await openFile(path, constants.O_RDONLY);
  return isatty(fd) ? new TerminalStream(fd) : createReadStream(path, { fd });
}

/** How often to try, in milliseconds: the wait for the pipe may not have begun yet. */
const knockInterval = 20;

/** A pipe opens when its other end is opened: to give up, this opens it itself for a moment. */
async function openPipe(path: string, signal: AbortSignal): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const giveUp = () => {
    timer = setInterval(() => knock(path), knockInterval);
  };
  signal.addEventListener('abort', giveUp);
  try {
    const fd = await openFile(path, constants.O_RDONLY);
    if (signal.aborted) closeSync(fd);
    signal.throwIfAborted();
    return fd;
  } finally {
    clearInterval(timer);
    signal.removeEventListener('abort', giveUp);
  }
}

function knock(path: string): void {
  open(path, constants.O_WRONLY | constants.O_NONBLOCK, (error, fd) => {
    if (!error) close(fd);
  });
}
