import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import type { ReadStream } from 'node:tty';
import type { Issue } from '@helpcrunch-customer-kit/core';
import { cleanInput } from '../../input/edit-line.ts';
import { askKey } from '../../terminal/terminal-device.ts';
import { printable, stripControls, terminalMessage } from '../../text/printable.ts';
import type { HistoryLine } from '../../wizard/wizard-state.ts';
import type { ViewLine } from '../view.ts';

/** What a person answers: some text, that they want to go back, or nothing any more. */
export type Answer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'end' };

export type Choice =
  | { readonly kind: 'chosen'; readonly index: number }
  | { readonly kind: 'back' }
  | { readonly kind: 'end' };

/** Questions and answers, a line each; nothing that was written is ever touched again. */
export interface Conversation {
  say(...lines: readonly string[]): void;
  /** Asks for a line. `?` says the help and asks again. */
  ask(prompt: string, help: readonly string[]): Promise<Answer>;
  /** Asks for a key, which is not shown. */
  askHidden(prompt: string): Promise<Answer>;
  /**
   * Asks for a number from 1 on; Enter alone takes the `usual` choice, where there is one. Of options that were `listed`
   * before, only the usual one and those that changed are listed; `?` lists all.
   */
  choose(options: readonly string[], usual?: number, listed?: readonly string[]): Promise<Choice>;
  /** Resolves when the person wants to go back from something that is under way; at the latest when that is over. */
  untilBack(over: AbortSignal): Promise<boolean>;
  /** Waits until the person has written nothing for so many milliseconds; what was written until then is dropped. */
  untilQuiet(milliseconds: number): Promise<void>;
}

export interface ConversationOptions {
  readonly reader: LineReader;
  readonly output: Pick<NodeJS.WritableStream, 'write'>;
  /** Takes out of a text what must not be shown. */
  readonly hide: (text: string) => string;
}

const signs = '< goes back, ? shows help. To enter such a sign itself, put \\ before it.';

export function createConversation({ reader, output, hide }: ConversationOptions): Conversation {
  const say = (...lines: readonly string[]) => {
    for (const line of lines) output.write(`${stripControls(hide(line))}\n`);
  };
  const ask = async (prompt: string, help: readonly string[]): Promise<Answer> => {
    for (;;) {
      output.write(printable(hide(prompt)));
      const line = await reader.next();
      // What comes through a pipe is not seen: without this the next line would stand behind the prompt.
      if (!reader.isEchoed || line === undefined) output.write('\n');
      if (line === undefined) return { kind: 'end' };
      const { text, stripped } = cleanInput(line, { lines: false });
      if (text.trim() === '<') return { kind: 'back' };
      if (text.trim() !== '?') {
        if (stripped) say('Control characters were removed.');
        return { kind: 'text', text: text.replace(/^\s*\\([<?-])\s*$/, '$1') };
      }
      say(...help, signs);
    }
  };
  return {
    say,
    ask,
    async askHidden(prompt) {
      const key = await reader.nextHidden(prompt);
      if (!reader.isEchoed) output.write('\n');
      if (key === undefined) return { kind: 'end' };
      return key.trim() === '<' ? { kind: 'back' } : { kind: 'text', text: key };
    },
    async choose(options, usual, listed = []) {
      const numbered = options.map((option, index) => `${index + 1}. ${option}`);
      const news = numbered.filter((_, index) => options[index] !== listed[index] || index === usual);
      const isShort = news.length < numbered.length;
      say(...news, ...(isShort ? ['The other numbers are as before; ? lists all.'] : []));
      const prompt = usual === undefined ? 'Number: ' : `Number, or Enter for ${usual + 1}: `;
      for (;;) {
        const help = `Type a number from 1 to ${options.length}, then press Enter.`;
        const answer = await ask(prompt, isShort ? [...numbered, help] : [help]);
        if (answer.kind !== 'text') return answer;
        const text = answer.text.trim();
        if (text === '' && usual !== undefined) return { kind: 'chosen', index: usual };
        const index = Number(text) - 1;
        if (/^\d+$/.test(text) && index in options) return { kind: 'chosen', index };
        say(`Enter a number from 1 to ${options.length}.`);
      }
    },
    async untilQuiet(milliseconds) {
      const isWritten = async () => (await reader.next(AbortSignal.timeout(milliseconds))) !== undefined;
      // Input from a pipe is never a key that was held down: it stays, and answers.
      if (!reader.isEchoed) await setTimeout(milliseconds);
      else while (await isWritten());
    },
    async untilBack(over) {
      // What comes through a pipe was written before: it answers the questions that follow.
      while (reader.isEchoed) {
        const line = await reader.next(over);
        if (line === undefined) break;
        if (line.trim() === '<') return true;
      }
      if (!over.aborted) await once(over, 'abort');
      return false;
    },
  };
}

/** A value of several lines in one, without the sign that a screen reader has no word for. */
export function spoken(text: string): string {
  return text.replaceAll(' ↵ ', ' / ');
}

/** A line that happened, its mark as a word. */
export function messageLine({ mark, label = '', text }: HistoryLine): string {
  if (label !== '') return `${label}: ${spoken(text)}`;
  if (mark === 'error') return `Problem: ${text}`;
  return mark === 'advice' ? `Advice: ${text}` : text;
}

/** A line of a screen, its tone as a word. */
export function viewLine({ tone, text }: ViewLine): string {
  if (tone === 'error') return `Problem: ${text}`;
  if (tone === 'advice') return `Advice: ${text}`;
  return text.replace(/^→ /u, 'Next: ');
}

export function issueLine(issue: Issue): string {
  return `${issue.severity === 'error' ? 'Problem' : 'Advice'}: ${terminalMessage(issue)}`;
}

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
