import { formatDate, hasErrors, isLocale, readDate } from '@helpcrunch-customer-kit/core';
import { editorSummary, isEmptyEditor, isList } from '../../../editors/editor.ts';
import { findLocales } from '../../../editors/find-locales.ts';
import { resolveDate } from '../../../grammar/date-phrase.ts';
import type { Intent } from '../../../input/intent.ts';
import { type Conversation, spoken } from '../../../render/lines/conversation.ts';
import type { Machine } from '../../../render/view.ts';
import { type FieldScreen, steps, type WizardState } from '../../wizard-state.ts';
import { fieldHelp } from '../help.ts';
import { pastedScreen } from '../pasted.ts';
import { act, askItems, type FieldTalk, openField, sayIssues, sayOffer } from './item-lines.ts';
import { fieldIssues } from './state.ts';

/** How many languages are offered when several fit. */
const maxLanguages = 5;

/** Asks for the open field until the machine leaves it. */
export async function askField(machine: Machine, talk: Conversation): Promise<'answered' | 'end'> {
  const { screen } = machine.state;
  const field = screen.kind === 'field' ? steps[screen.step] : undefined;
  if (screen.kind !== 'field' || !field) return 'answered';
  talk.say('', `${field.label}, ${screen.step + 1} of ${steps.length}. ${field.help}`);
  const asked = { machine, talk, step: screen.step };
  return isList(screen.editor) ? askItems(asked) : askText(asked, field.label);
}

/** A text, of one line or of several. Enter keeps what there is, or skips; a minus sign takes it out. */
async function askText(field: FieldTalk, label: string): Promise<'answered' | 'end'> {
  const { talk } = field;
  let lineCount = 0;
  let isOffered = false;
  saySituation(field);
  for (let screen = openField(field); screen; screen = openField(field)) {
    const answer = await talk.ask(`${lineCount === 0 ? label : 'Next line'}: `, helpLines(screen));
    if (answer.kind === 'end') return 'end';
    if (answer.kind === 'back') act(field, { kind: 'back' });
    else {
      const word = answer.text.trim();
      const isLong = hasLines(screen);
      if (word === '' || (word === '-' && lineCount === 0) || (word === '+' && isOffered)) {
        act(field, ...wordIntents(word), { kind: 'next' });
        lineCount = 0;
      } else if (isLong) {
        act(field, ...lineIntents(answer.text, lineCount));
        lineCount += 1;
        continue;
      } else {
        act(field, entered(field.machine.state, answer.text));
        // A whole customer has its own screen.
        if (!openField(field)) break;
        if (await isLanguageOpen(field, word)) continue;
        sayDate(field);
        isOffered = sayOffer(field);
        if (isOffered) continue;
        act(field, { kind: 'next' });
      }
      isOffered = false;
      saySituation(field);
    }
  }
  return 'answered';
}

function wordIntents(word: string): Intent[] {
  if (word === '-') return [{ kind: 'write', text: '' }];
  return word === '+' ? [{ kind: 'take-offer' }] : [];
}

/** The first line takes the place of what was there; the others follow it. */
function lineIntents(text: string, lineCount: number): Intent[] {
  return lineCount === 0 ? [{ kind: 'write', text }] : [{ kind: 'new-line' }, { kind: 'text', text }];
}

/** A whole customer on one line is a paste. */
function entered(state: WizardState, text: string): Intent {
  const paste = { kind: 'paste', text } as const;
  return pastedScreen(state, paste) ? paste : { kind: 'write', text };
}

/** What is in the field, its issues, and what can be done with it: a wrong value cannot be kept. */
function saySituation(field: FieldTalk): void {
  const screen = openField(field);
  if (!screen) return;
  sayIssues(field);
  const { state } = field.machine;
  if (isEmptyEditor(screen.editor)) {
    const lines = hasLines(screen) ? 'Several lines. An empty line ends. ' : '';
    field.talk.say(`${lines}For example ${exampleOf(screen)}${hasLines(screen) ? '' : '.'} Enter skips.`);
    return;
  }
  const value = spoken(editorSummary(screen.editor, state.now));
  const isWrong = hasErrors(fieldIssues(state, screen).filter(({ code }) => code !== 'refused'));
  field.talk.say(
    isWrong
      ? `Current value: ${value}. Type a new value, or - to clear it.`
      : `Current value: ${value}. Enter keeps it, - clears it.`,
  );
}

function exampleOf({ step, editor }: FieldScreen): string {
  return editor.kind === 'date' ? '2024-05-01, yesterday or 2 weeks ago' : String(steps[step]?.example);
}

function helpLines(screen: FieldScreen): readonly string[] {
  const field = steps[screen.step];
  const lines = hasLines(screen) ? ['Type line by line. An empty line ends.'] : [];
  return [...(field ? fieldHelp(field) : []), ...lines];
}

function hasLines({ editor }: FieldScreen): boolean {
  return editor.kind === 'line' && editor.lines;
}

/** What a date was taken for: a phrase may mean another day than the one in mind. */
function sayDate(field: FieldTalk): void {
  const { editor } = openField(field) ?? {};
  if (editor?.kind !== 'date') return;
  const reading = readDate(resolveDate(editor.line.text, field.machine.state.now));
  if (reading.kind !== 'seconds') return;
  field.talk.say(`Read as ${formatDate(reading.seconds)}, sent as "${reading.seconds}".`);
}

/** A code as it is; a name by what it fits, asked about when it fits several. True when nothing was chosen yet. */
async function isLanguageOpen(field: FieldTalk, text: string): Promise<boolean> {
  if (openField(field)?.editor.kind !== 'locale' || isLocale(text)) return false;
  const names = findLocales(text)
    .slice(0, maxLanguages)
    .map(({ code, name }) => `${name}, ${code}`);
  if (names.length === 1) field.talk.say(`Read as ${names[0]}.`);
  if (names.length < 2) return false;
  field.talk.say('Which language?');
  const choice = await field.talk.choose(names, 0);
  if (choice.kind !== 'chosen') return true;
  act(field, { kind: 'choose', index: choice.index });
  return false;
}
