import { issueMessage, tagText } from '@helpcrunch-customer-kit/core';
import { isList, type ListEditor } from '../../../editors/editor.ts';
import { entryText, kindOfValue } from '../../../grammar/custom-value.ts';
import type { Intent } from '../../../input/intent.ts';
import { type Conversation, issueLine } from '../../../render/lines/conversation.ts';
import type { Machine } from '../../../render/view.ts';
import { type FieldScreen, steps } from '../../wizard-state.ts';
import { pastedScreen } from '../pasted.ts';
import { fieldIssues, lineErrors, offerOf } from './state.ts';

/** Asks for the items of a list, one line each, until an empty one; a minus sign takes the last item out. */
export async function askItems(field: FieldTalk): Promise<'answered' | 'end'> {
  const { talk, step, machine } = field;
  const { help = '' } = steps[step] ?? {};
  const start = listOf(field);
  if (!start) return 'answered';
  sayIssues(field);
  const example = start.kind === 'tags' ? 'vip #ff0000' : 'plan = pro';
  talk.say(
    `One per line, for example ${example}. Enter on an empty line continues, - removes the last one.`,
    ...itemLines(start, 0),
  );
  let isOffered = false;
  for (let list = listOf(field); list; list = listOf(field)) {
    const count = list.items.length;
    const prompt = `${list.kind === 'tags' ? 'Tag' : 'Attribute'} ${count + 1}: `;
    const answer = await talk.ask(prompt, [help, listHelp[list.kind]]);
    if (answer.kind === 'end') return 'end';
    const text = answer.kind === 'text' ? answer.text : '';
    const word = text.trim();
    if (answer.kind === 'back') act(field, { kind: 'back' });
    else if (word === '-') {
      act(field, { kind: 'write', text: '' }, { kind: 'remove-item', index: count - 1 });
      talk.say(count === 0 ? 'Nothing to remove.' : `Removed. ${count - 1} left.`);
    } else if (word === '' && !isOffered) {
      // What was not added stays out.
      act(field, { kind: 'write', text: '' }, { kind: 'next' });
      sayIssues(field);
    } else {
      const paste = { kind: 'paste', text } as const;
      if (word === '+' && isOffered) act(field, { kind: 'take-offer' });
      else if (word !== '') act(field, pastedScreen(machine.state, paste) ? paste : { kind: 'write', text });
      isOffered = word !== '' && word !== '+' && sayOffer(field);
      if (!isOffered) addItems(field, count);
      continue;
    }
    isOffered = false;
  }
  return 'answered';
}

/** Takes what is on the line into the list, and says what was taken or why not. */
function addItems(field: FieldTalk, count: number): void {
  // A whole customer has its own screen.
  if (!listOf(field)) return;
  if (listOf(field)?.line.text.trim() !== '') act(field, { kind: 'next' });
  const screen = openField(field);
  const list = listOf(field);
  if (!screen || !list) return;
  field.talk.say(...itemLines(list, count), ...screen.notes.map((message) => `Advice: ${message}`));
  if (list.line.text.trim() === '') return;
  sayIssues(field);
  field.talk.say('Not added. Type it again, or press Enter to skip it.');
}

function listOf(field: FieldTalk): ListEditor | undefined {
  const { editor } = openField(field) ?? {};
  return editor && isList(editor) ? editor : undefined;
}

const listHelp: Readonly<Record<ListEditor['kind'], string>> = {
  tags: 'A name and an optional CSS color: vip, vip #ff0000, vip red. Separate several with commas.',
  entries: 'Property = value: plan = pro, seats = 12, trial = no. Quotes make it text: "12".',
};

/** The items from one on, by the number that messages call them by, and what each was taken for. */
function itemLines(editor: ListEditor, from: number): string[] {
  const lines =
    editor.kind === 'tags'
      ? editor.items.map(({ name = '', color }, index) =>
          color === undefined
            ? `${index + 1}. ${tagText({ name })}`
            : `${index + 1}. ${name}, color ${color}`,
        )
      : editor.items.map((entry, index) => `${index + 1}. ${entryText(entry)}, ${kindOfValue(entry.value)}`);
  return lines.slice(from);
}

/** A field that is asked for line by line. */
export interface FieldTalk {
  readonly machine: Machine;
  readonly talk: Conversation;
  readonly step: number;
}

/** The field's screen; `undefined` once the machine has left it. */
export function openField({ machine, step }: FieldTalk): FieldScreen | undefined {
  const { screen } = machine.state;
  return screen.kind === 'field' && screen.step === step ? screen : undefined;
}

export function act({ machine }: FieldTalk, ...intents: readonly Intent[]): void {
  machine.dispatchAll(intents, (_, intent) => intent);
}

/** Says what is offered in place of what was entered, and how to take it. False when nothing is offered. */
export function sayOffer({ machine, talk, step }: FieldTalk): boolean {
  const screen = openField({ machine, talk, step });
  const offer = screen && offerOf(machine.state, screen);
  if (!offer) return false;
  const { editor } = offer;
  const value = editor.line.text || (isList(editor) ? 'it' : '');
  talk.say(`Advice: ${offer.message}`, `Type + to use ${value}. Enter keeps yours.`);
  return true;
}

/** All errors and advice about what is in the field. */
export function sayIssues({ machine, talk, step }: FieldTalk): void {
  const screen = openField({ machine, talk, step });
  if (!screen) return;
  const onLine =
    isList(screen.editor) && screen.editor.line.text !== '' ? lineErrors(machine.state, screen) : [];
  const issues = fieldIssues(machine.state, screen).filter((issue) => !onLine.includes(issueMessage(issue)));
  talk.say(...onLine.map((message) => `Problem: ${message}`), ...issues.map(issueLine));
}
