import { cssColorToHex } from '@helpcrunch-customer-kit/core';
import { type Editor, isList, type ListEditor } from '../../../editors/editor.ts';
import { isEmptyEditor } from '../../../editors/editor-value.ts';
import { findLocales } from '../../../editors/find-locales.ts';
import { itemNumber } from '../../../editors/list-items.ts';
import { entryText } from '../../../grammar/entry-text.ts';
import { tagText } from '../../../grammar/tag-text.ts';
import { kindOfValue } from '../../../grammar/value-kind.ts';
import { type KeyHint, keyHints } from '../../../render/key-hints.ts';
import { lineView } from '../../../render/line-view.ts';
import type { Size, View, ViewLine } from '../../../render/view.ts';
import { steps } from '../../steps.ts';
import type { FieldScreen, WizardState } from '../../wizard-state.ts';
import { stepOfPath } from '../review/state.ts';
import { fieldNotes } from './notes.ts';
import { offerOf } from './offer.ts';
import { isChanged } from './state.ts';

/** How many languages are offered at once. */
const mostMatches = 4;

/** A field's question: what was entered so far, the line, and one hint or what is wrong. */
export function fieldView(state: WizardState, screen: FieldScreen, size: Size): View {
  const field = steps[screen.step];
  const { editor } = screen;
  const isLocale = editor.kind === 'locale';
  const list = isLocale
    ? { body: matches(editor.line.text, editor.selected) }
    : itemRows(editor, Math.max(1, size.rows - 7));
  return {
    history: state.history,
    title: `${field?.label} (${screen.step + 1}/${steps.length})`,
    account: state.account,
    ...list,
    input: lineView(editor.line, { placeholder: placeholderOf(screen), size }),
    notes: fieldNotes(state, screen),
    keys:
      isList(editor) && editor.chosen !== undefined
        ? keyHints('changeItem', 'removeItem', 'up')
        : keyHints(['submit', enterWord(state, screen)], 'back', extraHint(state, screen)),
  };
}

function enterWord(state: WizardState, screen: FieldScreen): string {
  const { editor } = screen;
  if (isList(editor) && editor.line.text.trim() !== '')
    return editor.place === undefined ? 'add' : 'put back';
  if (isEmptyEditor(editor) && isChanged(state, screen)) return 'leave out';
  const isRefused = state.refusals.some(({ path }) => stepOfPath(path) === screen.step);
  if (isRefused && !isChanged(state, screen)) return 'keep it';
  if (screen.then === 'review') return 'done';
  return isEmptyEditor(editor) ? 'skip' : 'next';
}

/** The key that matters most here; the first field tells where all of them stand. */
function extraHint(state: WizardState, screen: FieldScreen): KeyHint {
  const { editor } = screen;
  if (offerOf(state, screen)) return 'takeOffer';
  if (editor.kind === 'entries' && editor.line.text.includes('=')) return 'nextType';
  if (editor.kind === 'locale' && editor.line.text !== '') return 'up';
  if (isList(editor) && editor.items.length > 0) return ['up', 'items'];
  if (editor.kind === 'line' && editor.lines) return 'openEditor';
  // From the review, Esc leads back there.
  return screen.step === 0 || screen.then === 'review' ? 'help' : 'review';
}

/** The languages that fit, the chosen one marked; the mark is text, since the cursor stands in the line. */
function matches(text: string, selected: number): ViewLine[] {
  const found = findLocales(text);
  const first = Math.max(0, Math.min(selected - 1, found.length - mostMatches));
  return found.slice(first, first + mostMatches).map(({ code, name, nativeName }, index) => {
    const isChosen = first + index === selected;
    return {
      text: `${isChosen ? '❯' : ' '} ${code}  ${name} (${nativeName})`,
      tone: isChosen ? 'strong' : 'plain',
    };
  });
}

function placeholderOf({ step, editor }: FieldScreen): string {
  // In words too: without colour, a placeholder would look like a value.
  if (editor.kind === 'tags') return 'e.g. vip #ff0000';
  if (editor.kind === 'entries') return 'e.g. plan = pro';
  if (editor.kind === 'date') return 'e.g. 2024-05-01, yesterday, 2 weeks ago';
  return editor.kind === 'locale' ? 'e.g. uk, or type a language' : `e.g. ${steps[step]?.example}`;
}

/** The items of a list in as many rows as there are: those around the chosen one, or else the last. */
function itemRows(editor: Editor, room: number): Pick<View, 'body' | 'selected'> {
  if (!isList(editor)) return { body: [] };
  const { place, chosen } = editor;
  const rows = items(editor);
  if (place !== undefined) {
    rows.splice(place, 0, { text: `${place + 1}. (on the line below)`, tone: 'quiet' });
  }
  const selected = chosen === undefined ? undefined : itemNumber(editor, chosen) - 1;
  const middle = selected ?? place ?? rows.length;
  const first = Math.max(0, Math.min(middle - Math.floor(room / 2), rows.length - room));
  const body = rows.slice(first, first + room);
  return selected === undefined ? { body } : { body, selected: selected - first };
}

/** Each with the number by which messages call it. */
function items(editor: ListEditor): ViewLine[] {
  if (editor.kind === 'entries') {
    return editor.items.map((entry, index) => ({
      text: `${itemNumber(editor, index)}. ${entryText(entry)} (${kindOfValue(entry.value)})`,
      tone: 'plain',
    }));
  }
  return editor.items.map((tag, index) => {
    const swatch = tag.color === undefined ? undefined : cssColorToHex(tag.color)?.slice(0, 7);
    return {
      text: `${itemNumber(editor, index)}. ${tagText(tag)}${tag.color === undefined ? ' (no colour)' : ''}`,
      tone: 'plain',
      ...(swatch === undefined ? {} : { swatch }),
    };
  });
}
