import { createInterface } from 'node:readline/promises';
import { isSet } from '../../command-line/program.ts';
import { wrapLines } from '../../render/layout.ts';
import { colorLevel } from '../../terminal/watch-terminal.ts';
import type { CommandContext } from '../reporting-command.ts';
import type { LiveBlock, Prompts } from './menu.ts';

export interface PromptOptions {
  readonly json: boolean;
  /** Asks line by line, through a pipe as well. */
  readonly accessible?: boolean;
}

/** What takes longer is drawn while it goes on, in milliseconds. */
const noticeDelay = 300;

/** Says what is under way: in a line, or drawn unless it is over in a moment. */
export async function withNotice<Result>(
  prompts: Prompts | undefined,
  title: string,
  act: () => Promise<Result>,
): Promise<Result> {
  const { openBlock } = prompts ?? {};
  if (!openBlock) {
    prompts?.print([title]);
    return await act();
  }
  let block: Promise<LiveBlock> | undefined;
  const show = async () => {
    const opened = await openBlock();
    opened.show(() => ({ title, account: undefined, body: [], notes: [], keys: 'Ctrl+C stop' }));
    return opened;
  };
  const timer = setTimeout(() => {
    block = show();
  }, noticeDelay);
  try {
    return await act();
  } finally {
    clearTimeout(timer);
    await (await block)?.close();
  }
}

/** `undefined` where no one can answer: without a terminal, with `--json`, or under `CI`. */
export async function terminalPrompts(
  { process, environment, signal, note, redactor }: CommandContext,
  { json, accessible = false }: PromptOptions,
): Promise<Prompts | undefined> {
  const { stdin: input, stderr: output } = process;
  if (json || isSet(environment['CI'])) return undefined;
  const isTerminal = input.isTTY === true && output.isTTY === true;
  const isDumb = isTerminal && environment['TERM'] === 'dumb';
  if (accessible || isSet(environment['ACCESSIBLE']) || isDumb) {
    const { linePrompts } = await import('./line-prompts.ts');
    return linePrompts({ input, output, signal, hide: redactor.hide });
  }
  if (!isTerminal) return undefined;
  // Before Ink is loaded, which looks at the wrong stream.
  process.env['FORCE_COLOR'] ??= colorLevel(output.getColorDepth(), environment);
  let hasPrinted = false;
  // A block begins after a blank row, and so does what is printed when it is gone.
  const leaveRow = () => {
    if (hasPrinted) note('');
    hasPrinted = false;
  };
  const drawn = { input, output, signal, keys: redactor };
  return {
    async ask(question) {
      const line = createInterface({ input, output });
      try {
        return (await line.question(question, { signal })).trim();
      } catch {
        // What follows begins on a line of its own.
        note('');
        return undefined;
      } finally {
        line.close();
      }
    },
    async menu(menu) {
      leaveRow();
      const { drawMenu } = await import('./drawn-prompts.ts');
      return drawMenu(menu, drawn);
    },
    print(lines) {
      for (const line of wrapLines(lines, output.columns)) note(line);
      hasPrinted = true;
    },
    async openBlock() {
      leaveRow();
      const { openLiveBlock } = await import('./drawn-prompts.ts');
      return openLiveBlock(drawn);
    },
    close() {},
  };
}
