import { openSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { ReadStream, WriteStream } from 'node:tty';

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
