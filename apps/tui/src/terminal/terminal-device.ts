import { openSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as wait } from 'node:timers/promises';
import { ReadStream, WriteStream } from 'node:tty';
import { decodeInput, initialDecoder } from '../input/decode-input.ts';
import { editLine, lineOf } from '../input/edit-line.ts';
import { intentAt } from '../input/intent.ts';

/** The terminal itself, whatever standard input and output are connected to. */
export interface TerminalDevice {
  readonly size: { readonly columns: number; readonly rows: number };
  print(lines: readonly string[]): void;
  /** A line that was typed after the question was shown; `undefined` when the user stopped. */
  ask(question: string, signal: AbortSignal): Promise<string | undefined>;
  close(): void;
}

/** What is typed sooner answers something else, in milliseconds. */
const quietTime = 500;

/** Undefined where no person is at a terminal: in an unattended job, or in a program that an agent runs. */
export function openTerminalDevice(platform: NodeJS.Platform): TerminalDevice | undefined {
  const names =
    platform === 'win32'
      ? (['\\\\.\\CONIN$', '\\\\.\\CONOUT$'] as const)
      : (['/dev/tty', '/dev/tty'] as const);
  let input: ReadStream;
  let output: WriteStream;
  try {
    input = new ReadStream(openSync(names[0], 'r+'));
    output = new WriteStream(openSync(names[1], 'r+'));
  } catch {
    return undefined;
  }
  return {
    // Some terminals do not say, or say 0.
    size: { columns: output.columns || 80, rows: output.rows || 24 },
    print: (lines) => void output.write(lines.map((line) => `${line}\n`).join('')),
    async ask(question, signal) {
      await dropTypeAhead(input, signal);
      const line = createInterface({ input, output });
      const stopped = new AbortController();
      line.on('SIGINT', () => stopped.abort());
      line.on('close', () => stopped.abort());
      try {
        return await line.question(question, { signal: AbortSignal.any([signal, stopped.signal]) });
      } catch {
        output.write('\n');
        return undefined;
      } finally {
        line.close();
      }
    },
    close() {
      input.destroy();
      output.destroy();
    },
  };
}

async function dropTypeAhead(input: ReadStream, signal: AbortSignal): Promise<void> {
  const drop = () => {};
  input.setRawMode(true);
  input.on('data', drop);
  await wait(quietTime, undefined, { signal }).catch(() => {});
  input.off('data', drop);
  input.pause();
  input.setRawMode(false);
}

export interface KeyPrompt {
  /** A terminal in reach of `setRawMode`. */
  readonly input: Pick<NodeJS.ReadStream, 'setRawMode' | 'on' | 'off' | 'resume' | 'pause'>;
  readonly output: Pick<NodeJS.WritableStream, 'write'>;
  /** Aborted when the program is to end. */
  readonly signal: AbortSignal;
}

/**
 * Asks for a key on a terminal that shows nothing of it, not even its length, and moves no cursor. `undefined` when the
 * person gives up: Ctrl+C, or Ctrl+D on an empty line.
 */
export function askKey(prompt: string, { input, output, signal }: KeyPrompt): Promise<string | undefined> {
  const utf8 = new StringDecoder('utf8');
  let decoder = initialDecoder;
  let line = lineOf('');
  const { promise, resolve } = Promise.withResolvers<string | undefined>();

  const onData = (chunk: Buffer | string) => {
    const decoded = decodeInput(decoder, typeof chunk === 'string' ? chunk : utf8.write(chunk));
    decoder = decoded.state;
    for (const event of decoded.events) {
      const name = event.kind === 'key' ? event.name : '';
      if (name === 'enter') return resolve(line.text);
      if (name === 'ctrl+c' || (name === 'ctrl+d' && line.text === '')) return resolve(undefined);
      // No history of edits: an undo must not bring a key back.
      line = { ...(editLine(line, intentAt('line', event), { lines: false }) ?? line), past: [] };
    }
  };
  const onAbort = () => resolve(undefined);

  // In this order: an immediate answer must not find the terminal still echoing.
  input.setRawMode(true);
  output.write(prompt);
  input.on('data', onData);
  signal.addEventListener('abort', onAbort);
  input.resume();
  if (signal.aborted) onAbort();
  return promise.finally(() => {
    input.off('data', onData);
    signal.removeEventListener('abort', onAbort);
    input.pause();
    input.setRawMode(false);
    // Enter was not echoed.
    output.write('\n');
  });
}
