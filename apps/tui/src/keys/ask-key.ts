import { StringDecoder } from 'node:string_decoder';
import { decodeInput, initialDecoder } from '../input/decode-input.ts';
import { editLine } from '../input/edit-line.ts';
import { intentAt } from '../input/intent.ts';
import { lineOf } from '../input/line.ts';

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
