import { once } from 'node:events';
import type { ReadStream } from 'node:tty';
import { askField } from '../../wizard/screens/field/lines.ts';
import { questionDelay } from '../../wizard/screens/question.ts';
import { askReview } from '../../wizard/screens/review/view.ts';
import { screenView } from '../../wizard/wizard.ts';
import type { WizardState } from '../../wizard/wizard-state.ts';
import type { Machine, OpenRenderer } from '../view.ts';
import {
  type Conversation,
  createConversation,
  createLineReader,
  messageLine,
  viewLine,
} from './conversation.ts';

export interface LinesOptions {
  readonly input: ReadStream;
  readonly output: NodeJS.WritableStream;
  /** Aborted when the program is to end. */
  readonly signal: AbortSignal;
  /** Takes out of a text what must not be shown. */
  readonly hide: (text: string) => string;
}

const welcome = [
  'HelpCrunch Customer Kit',
  'One question at a time. Type the answer, then press Enter.',
  '< goes back, ? shows help, Ctrl+C saves a draft and quits.',
];

/**
 * Prints the wizard and reads the answers, a line each: nothing that was written is ever touched again, and no byte
 * steers the terminal.
 */
export function openLines({ input, output, signal, hide }: LinesOptions): OpenRenderer {
  return (machine) => {
    const reader = createLineReader({ input, output, signal });
    const talk = createConversation({ reader, output, hide });
    let changed = new AbortController();
    talk.say(...welcome);
    const sayNews = newsOf(machine, talk);
    // Once the machine was started: it may know the first answer. A promise that fails is a crash, which those who watch
    // for crashes turn into an orderly end.
    queueMicrotask(() => void converse(machine, talk, { sayNews, nextChange: () => changed.signal }));
    return {
      draw() {
        changed.abort();
        changed = new AbortController();
      },
      print(text) {
        sayNews();
        output.write(`${text}\n`);
      },
      lend: (work) => work(),
      close: () => reader.close(),
    };
  };
}

interface Changes {
  readonly sayNews: () => void;
  readonly nextChange: () => AbortSignal;
}

/** Goes from question to question until the person, or the end of the input, ends it. */
async function converse(
  machine: Machine,
  talk: Conversation,
  { sayNews, nextChange }: Changes,
): Promise<void> {
  let lastProgress: string | undefined;
  while (!machine.left.aborted) {
    sayNews();
    const progress = progressOf(machine.state);
    if (progress === undefined) {
      if ((await askScreen(machine, talk)) === 'end') return machine.dispatch({ kind: 'quit' });
    } else {
      if (progress.key !== lastProgress) talk.say(...progress.lines);
      await untilChange(machine, talk, nextChange());
    }
    lastProgress = progress?.key;
  }
}

/** Says the lines of the history that were not printed yet. */
function newsOf(machine: Machine, talk: Conversation): () => void {
  let count = 0;
  return () => {
    const { history } = machine.state;
    const news = history.slice(count).filter(({ isEcho }) => !isEcho);
    count = history.length;
    talk.say(...news.map(messageLine));
  };
}

/** What is under way, and what is reported of it once; `undefined` when it is the person's turn. */
function progressOf(
  state: WizardState,
): { readonly key: string; readonly lines: readonly string[] } | undefined {
  const { screen, duplicateCheck } = state;
  switch (screen.kind) {
    case 'account':
      return screen.isOpening ? { key: 'opening', lines: [] } : undefined;
    case 'key':
      return screen.isOpening && screen.message === undefined ? { key: 'opening', lines: [] } : undefined;
    case 'review':
      return duplicateCheck && !duplicateCheck.result
        ? { key: 'looking', lines: ['', 'Checking for duplicates…'] }
        : undefined;
    case 'sending':
    case 'checking': {
      if (screen.kind === 'sending' && screen.phase === 'starting') return { key: 'starting', lines: [] };
      const lines = screenView(state, lineModeSize).body.map(({ text }) => text);
      return { key: lines.join(), lines };
    }
    case 'waiting': {
      const lines = screenView(state, lineModeSize).body.map(({ text }) => text);
      return { key: `waiting ${screen.until}`, lines: [...lines, 'Type < to stop waiting.'] };
    }
    default:
      return undefined;
  }
}

async function untilChange(machine: Machine, talk: Conversation, change: AbortSignal): Promise<void> {
  if (machine.state.screen.kind === 'waiting') {
    if (await talk.untilBack(change)) machine.dispatch({ kind: 'back' });
  } else await once(change, 'abort');
}

/** Lines wrap where the terminal wraps them; nothing is cut. */
const lineModeSize = { columns: 1000, rows: 1000 };

function askScreen(machine: Machine, talk: Conversation): Promise<'answered' | 'end'> {
  const { screen } = machine.state;
  switch (screen.kind) {
    case 'field':
      return askField(machine, talk);
    case 'review':
      return askReview(machine, talk);
    case 'key':
      return askKey(machine, talk);
    case 'question':
      return askQuestion(machine, talk);
    case 'resume':
      return askDrafts(machine, talk);
    case 'account':
    case 'keep-key':
    case 'pasted':
    case 'outcome':
    case 'help':
    case 'sending':
    case 'checking':
    case 'waiting':
      return askMenu(machine, talk);
    default: {
      const unreachable: never = screen;
      return unreachable;
    }
  }
}

async function askKey(machine: Machine, talk: Conversation): Promise<'answered' | 'end'> {
  const { title, notes } = screenView(machine.state, lineModeSize);
  talk.say(...notes.map(viewLine));
  const answer = await talk.askHidden(`${title} (it is not shown): `);
  if (answer.kind === 'end') return 'end';
  if (answer.kind === 'back') machine.dispatch({ kind: 'back' });
  else {
    machine.dispatchAll(
      [{ kind: 'write', text: answer.text } as const, { kind: 'next' } as const],
      (_, intent) => intent,
    );
  }
  return 'answered';
}

/** What was written before the question could be read answers nothing; Enter alone never sends. */
async function askQuestion(machine: Machine, talk: Conversation): Promise<'answered' | 'end'> {
  const { screen } = machine.state;
  if (screen.kind !== 'question') return 'answered';
  const { lead = [], body, selected } = screenView(machine.state, lineModeSize);
  talk.say('', ...lead.map(viewLine));
  await talk.untilQuiet(questionDelay);
  const choice = await talk.choose(
    body.map(({ text }) => text),
    selected,
  );
  if (choice.kind === 'end') return 'end';
  machine.dispatch(choice.kind === 'back' ? { kind: 'back' } : { kind: 'choose', index: choice.index });
  return 'answered';
}

/** The drafts by their numbers, and behind them the way to delete one. */
async function askDrafts(machine: Machine, talk: Conversation): Promise<'answered' | 'end'> {
  const { screen } = machine.state;
  if (screen.kind !== 'resume') return 'answered';
  const { title, body, notes } = screenView(machine.state, lineModeSize);
  // Columns are for eyes.
  const rows = body.map(({ text }) => text.replaceAll(/ {2,}/gu, ', '));
  talk.say('', title, ...notes.map(viewLine));
  const choice = await talk.choose([...rows, 'Delete a draft'], screen.selected);
  if (choice.kind === 'end') return 'end';
  if (choice.kind === 'back') return 'answered';
  if (choice.index < rows.length) {
    machine.dispatch({ kind: 'choose', index: choice.index });
    return 'answered';
  }
  talk.say('Which draft? It is gone for good. < deletes none.');
  const removed = await talk.choose(rows.slice(0, screen.drafts.length));
  if (removed.kind === 'end') return 'end';
  const intent = { kind: 'remove-item', index: removed.kind === 'chosen' ? removed.index : 0 } as const;
  if (removed.kind === 'chosen') machine.dispatchAll([intent, intent], (_, each) => each);
  return 'answered';
}

/** A list of choices, by their numbers. */
async function askMenu(machine: Machine, talk: Conversation): Promise<'answered' | 'end'> {
  const view = screenView(machine.state, lineModeSize);
  const { title, question = title, lead = [], notes, body, selected } = view;
  talk.say(...lead.map(viewLine), '', question, ...notes.map(viewLine));
  const choice = await talk.choose(
    body.map(({ text }) => text),
    selected,
  );
  if (choice.kind === 'end') return 'end';
  machine.dispatch(choice.kind === 'back' ? { kind: 'back' } : { kind: 'choose', index: choice.index });
  return 'answered';
}
