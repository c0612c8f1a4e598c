import type { ReadStream } from 'node:tty';
import {
  type Conversation,
  createConversation,
  createLineReader,
  viewLine,
} from '../../render/lines/conversation.ts';
import { questionDelay } from '../../wizard/screens/question.ts';
import type { Menu, MenuRow, Picked, Prompts } from './menu.ts';

export interface LineOptions {
  readonly input: ReadStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
  readonly hide: (text: string) => string;
}

/** Asks line by line: nothing that was written is ever touched again. Ends with the input. */
export function linePrompts({ input, output, signal, hide }: LineOptions): Prompts {
  const reader = createLineReader({ input, output, signal });
  const talk = createConversation({ reader, output, hide });
  const lists = new Map<string, readonly string[]>();
  return {
    async ask(question) {
      const answer = await talk.ask(question, []);
      return answer.kind === 'text' ? answer.text.trim() : undefined;
    },
    menu: (menu) => askMenu(menu, talk, lists),
    print: (lines) => talk.say(...lines),
    close: () => reader.close(),
  };
}

/** `lists` keeps what was listed last under each name. */
async function askMenu(
  menu: Menu,
  talk: Conversation,
  lists: Map<string, readonly string[]>,
): Promise<Picked> {
  talk.say('', menu.title, ...(menu.lead ?? []).map(viewLine));
  if (menu.risky !== undefined) await talk.untilQuiet(questionDelay);
  const rows = menu.rows(Number.POSITIVE_INFINITY).map(spokenRow);
  const listed = menu.list === undefined ? undefined : lists.get(menu.list);
  if (menu.list !== undefined) lists.set(menu.list, rows);
  const choice = await talk.choose(rows, menu.selected ?? 0, listed);
  return choice.kind === 'end' ? { kind: 'quit' } : choice;
}

/** A row, and below it what has to be known of it. */
function spokenRow({ text, spoken = text, notes = [] }: MenuRow): string {
  const serious = notes.filter(({ tone }) => tone !== 'quiet');
  return [spoken, ...serious.map((note) => `   ${viewLine(note)}`)].join('\n');
}
