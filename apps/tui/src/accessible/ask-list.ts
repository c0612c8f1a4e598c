import type { CustomerDraft, CustomerFieldRow } from '@helpcrunch-customer-kit/core';
import { takeLine } from '../editors/edit-field.ts';
import { isList, type ListEditor } from '../editors/editor.ts';
import { withEditorValue } from '../editors/editor-value.ts';
import { openEditor } from '../editors/open-editor.ts';
import { entryText } from '../grammar/entry-text.ts';
import { tagText } from '../grammar/tag-text.ts';
import { kindOfValue } from '../grammar/value-kind.ts';
import { lineOf } from '../input/line.ts';
import type { FieldAnswer } from './field-value.ts';
import type { FieldWorld } from './session.ts';

/** Asks for the items of a list, one line each, until an empty one; a minus sign takes the last item out. */
export async function askList(
  field: CustomerFieldRow,
  draft: CustomerDraft,
  { talk, now }: FieldWorld,
): Promise<FieldAnswer> {
  let editor = openEditor(field, draft);
  const isTags = field.kind === 'tags';
  const example = isTags ? 'vip #ff0000' : 'plan = pro';
  talk.say(`One a line, for example ${example}. Enter on an empty line goes on, - takes the last one out.`);
  if (isList(editor)) talk.say(...itemLines(editor, 0));
  const entered = () => withEditorValue(draft, field.key, editor, now());
  for (;;) {
    const count = isList(editor) ? editor.items.length : 0;
    const answer = await talk.ask(`${isTags ? 'Tag' : 'Attribute'} ${count + 1}: `, [
      field.help,
      helpOf(isTags),
    ]);
    if (answer.kind !== 'text') return { kind: answer.kind, draft: entered() };
    const text = answer.text.trim();
    if (text === '' || !isList(editor)) return { kind: 'done', draft: entered() };
    if (text === '-') {
      editor = withoutLast(editor);
      talk.say(count === 0 ? 'There is none to take out.' : `Taken out; ${count - 1} left.`);
    } else {
      const taken = takeLine({ ...editor, line: lineOf(answer.text) });
      editor = taken ?? editor;
      if (isList(editor)) talk.say(...itemLines(editor, count));
    }
  }
}

function helpOf(isTags: boolean): string {
  return isTags
    ? 'A name and, if you like, a CSS colour: vip, vip #ff0000, vip red. Several stand with commas between them.'
    : 'A property, an equals sign and a value: plan = pro, seats = 12, trial = no; "12" in quotes is text.';
}

/** The items from one on, by the number that messages call them by, and what each was taken for. */
function itemLines(editor: ListEditor, from: number): string[] {
  const lines =
    editor.kind === 'tags'
      ? editor.items.map(({ name = '', color }, index) =>
          color === undefined
            ? `${index + 1}. ${tagText({ name })}`
            : `${index + 1}. ${name}, colour ${color}`,
        )
      : editor.items.map((entry, index) => `${index + 1}. ${entryText(entry)}, ${kindOfValue(entry.value)}`);
  return lines.slice(from);
}

function withoutLast(editor: ListEditor): ListEditor {
  return editor.kind === 'tags'
    ? { ...editor, items: editor.items.slice(0, -1) }
    : { ...editor, items: editor.items.slice(0, -1) };
}
