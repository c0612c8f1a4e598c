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
  return {
    async ask(question) {
      const answer = await talk.ask(question, []);
      return answer.kind === 'text' ? answer.text.trim() : undefined;
    },
    menu: (menu) => askMenu(menu, talk),
    print: (lines) => talk.say(...lines),
    close: () => reader.close(),
  };
}

async function askMenu(menu: Menu, talk: Conversation): Promise<Picked> {
  talk.say('', menu.title, ...(menu.lead ?? []).map(viewLine));
  if (menu.risky !== undefined) await talk.untilQuiet(questionDelay);
  const choice = await talk.choose(menu.rows(Number.POSITIVE_INFINITY).map(spokenRow), menu.selected ?? 0);
  return choice.kind === 'end' ? { kind: 'quit' } : choice;
}

/** A row, and below it what has to be known of it. */
function spokenRow({ text, spoken = text, notes = [] }: MenuRow): string {
  const serious = notes.filter(({ tone }) => tone !== 'quiet');
  return [spoken, ...serious.map((note) => `   ${viewLine(note)}`)].join('\n');
}
