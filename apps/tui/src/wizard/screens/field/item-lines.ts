import { isList, type ListEditor } from '../../../editors/editor.ts';
import { entryText } from '../../../grammar/entry-text.ts';
import { tagText } from '../../../grammar/tag-text.ts';
import { kindOfValue } from '../../../grammar/value-kind.ts';
import { steps } from '../../steps.ts';
import { pastedCustomer } from '../pasted.ts';
import { act, type FieldTalk, openField, sayIssues, sayOffer } from './talk.ts';

/** Asks for the items of a list, one line each, until an empty one; a minus sign takes the last item out. */
export async function askItems(field: FieldTalk): Promise<'answered' | 'end'> {
  const { talk, step, machine } = field;
  const { help = '' } = steps[step] ?? {};
  const start = listOf(field);
  if (!start) return 'answered';
  sayIssues(field);
  const example = start.kind === 'tags' ? 'vip #ff0000' : 'plan = pro';
  talk.say(
    `One a line, for example ${example}. Enter on an empty line goes on, - takes the last one out.`,
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
      talk.say(count === 0 ? 'There is none to take out.' : `Taken out; ${count - 1} left.`);
    } else if (word === '' && !isOffered) {
      // What was not added stays out.
      act(field, { kind: 'write', text: '' }, { kind: 'next' });
      sayIssues(field);
    } else {
      const paste = { kind: 'paste', text } as const;
      if (word === '+' && isOffered) act(field, { kind: 'take-offer' });
      else if (word !== '')
        act(field, pastedCustomer(machine.state, paste) ? paste : { kind: 'write', text });
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
  field.talk.say(...itemLines(list, count), ...screen.said.map((sentence) => `Advice: ${sentence}`));
  if (list.line.text.trim() === '') return;
  sayIssues(field);
  field.talk.say('It is not added. Write it again, or press Enter to leave it out.');
}

function listOf(field: FieldTalk): ListEditor | undefined {
  const { editor } = openField(field) ?? {};
  return editor && isList(editor) ? editor : undefined;
}

const listHelp: Readonly<Record<ListEditor['kind'], string>> = {
  tags: 'A name and, if you like, a CSS color: vip, vip #ff0000, vip red. Put commas between several.',
  entries:
    'A property, an equals sign and a value: plan = pro, seats = 12, trial = no; "12" in quotes is text.',
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
