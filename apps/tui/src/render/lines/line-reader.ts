import { createInterface } from 'node:readline';
import type { ReadStream } from 'node:tty';
import { askKey } from '../../keys/ask-key.ts';

/** Lines as they come: through a terminal, whose own line editing is all there is, or through a pipe. */
export interface LineReader {
  /** The next line; `undefined` at the end of the input, when the program is to end, or once it is given up. */
  next(giveUp?: AbortSignal): Promise<string | undefined>;
  /** The same for a key: a terminal shows nothing of it. */
  nextHidden(prompt: string): Promise<string | undefined>;
  /** True when what is typed is seen on the terminal anyway. */
  readonly isEchoed: boolean;
  close(): void;
}

export interface LineReaderOptions {
  readonly input: ReadStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
}

/** Never lets readline take the input for a terminal: then it would edit the line itself, and move the cursor for it. */
export function createLineReader({ input, output, signal }: LineReaderOptions): LineReader {
  const lines = createInterface({ input, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
  const waitingLines: string[] = [];
  let waiter: ((line: string | undefined) => void) | undefined;
  let hasEnded = signal.aborted;
  let isHidden = false;

  const end = () => {
    hasEnded = true;
    waiter?.(undefined);
    waiter = undefined;
  };
  lines.on('line', (line) => {
    // While a key is typed, the same bytes come here as well.
    if (isHidden) return;
    if (!waiter) waitingLines.push(line);
    waiter?.(line);
    waiter = undefined;
  });
  lines.on('close', end);
  signal.addEventListener('abort', end);

  const next = (giveUp?: AbortSignal) => {
    const line = giveUp?.aborted ? undefined : waitingLines.shift();
    if (line !== undefined || hasEnded || giveUp?.aborted) return Promise.resolve(line);
    const { promise, resolve } = Promise.withResolvers<string | undefined>();
    waiter = resolve;
    giveUp?.addEventListener('abort', () => {
      if (waiter === resolve) waiter = undefined;
      resolve(undefined);
    });
    return promise;
  };
  return {
    next,
    async nextHidden(prompt) {
      if (!input.isTTY) {
        output.write(prompt);
        return next();
      }
      isHidden = true;
      const key = await askKey(prompt, { input, output, signal });
      isHidden = false;
      if (!hasEnded) input.resume();
      return key;
    },
    isEchoed: input.isTTY === true,
    close() {
      signal.removeEventListener('abort', end);
      lines.close();
      input.pause();
    },
  };
}
