import { cssColorToHex, dateText, type Issue, issueSentence, readDate } from '@helpcrunch-customer-kit/core';
import { entryKind } from '../editors/edit-field.ts';
import { type Editor, isList } from '../editors/editor.ts';
import { isEmptyEditor } from '../editors/editor-value.ts';
import { findLocales } from '../editors/find-locales.ts';
import { resolveDate } from '../grammar/date-phrase.ts';
import { entryText } from '../grammar/entry-text.ts';
import { tagText } from '../grammar/tag-text.ts';
import { kindOfValue } from '../grammar/value-kind.ts';
import { fieldIssues } from '../wizard/field-screen.ts';
import { steps } from '../wizard/steps.ts';
import type { FieldScreen, WizardState } from '../wizard/wizard-state.ts';
import { type KeyHint, keyHints } from './key-hints.ts';
import { lineView } from './line-view.ts';
import type { Size, View, ViewLine } from './view.ts';

/** How many languages are offered at once. */
const mostMatches = 4;

/** A field's question: what was entered so far, the line, and one hint or what is wrong. */
export function fieldView(state: WizardState, screen: FieldScreen, size: Size): View {
  const field = steps[screen.step];
  const { editor } = screen;
  const list = editor.kind === 'locale' ? matches(editor.line.text, editor.selected) : items(editor);
  return {
    history: state.history,
    title: `${field?.label} (${screen.step + 1}/${steps.length})`,
    account: state.account,
    body: list.slice(-Math.max(1, size.rows - 7)),
    input: lineView(editor.line, { placeholder: placeholderOf(screen), size }),
    notes: notesOf(screen, fieldIssues(state, screen), state.now),
    keys: keyHints(['submit', enterWord(screen)], 'back', extraHint(screen)),
  };
}

function enterWord({ editor }: FieldScreen): string {
  if (isEmptyEditor(editor)) return 'skip';
  return isList(editor) && editor.line.text.trim() !== '' ? 'add' : 'next';
}

/** The key that this kind of field has to itself. */
function extraHint({ editor }: FieldScreen): KeyHint {
  if (editor.kind === 'entries' && editor.line.text.includes('=')) return 'nextType';
  if (editor.kind === 'locale' && editor.line.text !== '') return 'up';
  return editor.kind === 'line' && editor.lines ? 'openEditor' : 'help';
}

/** The items of a list, each with the number by which messages call it. */
function items(editor: Editor): ViewLine[] {
  if (!isList(editor)) return [];
  if (editor.kind === 'entries') {
    return editor.items.map((entry, index) => ({
      text: `${index + 1}. ${entryText(entry)} (${kindOfValue(entry.value)})`,
      tone: 'plain',
    }));
  }
  return editor.items.map((tag, index) => {
    const swatch = tag.color === undefined ? undefined : cssColorToHex(tag.color)?.slice(0, 7);
    return {
      text: `${index + 1}. ${tagText(tag)}`,
      tone: 'plain',
      ...(swatch === undefined ? {} : { swatch }),
    };
  });
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

/** One hint, or what is wrong. */
function notesOf(screen: FieldScreen, issues: readonly Issue[], now: number): ViewLine[] {
  const errors = screen.showProblems ? issues.filter(({ severity }) => severity === 'error') : [];
  if (errors.length > 0) {
    return errors.slice(0, 3).map((issue) => ({ text: issueSentence(issue), tone: 'problem' }));
  }
  if (screen.stripped) {
    return [{ text: 'Control characters were left out of what came in.', tone: 'advice' }];
  }
  return [{ text: echo(screen.editor, now) ?? hint(screen), tone: 'quiet' }];
}

function hint({ step, editor }: FieldScreen): string {
  if (editor.kind === 'tags') return 'A name and, if you like, a CSS colour; Enter on an empty line goes on.';
  if (editor.kind === 'entries') return 'Property = value; Enter on an empty line goes on.';
  return steps[step]?.help ?? '';
}

/** What stands on the line, as the kit understands it. */
function echo(editor: Editor, now: number): string | undefined {
  if (editor.kind === 'entries') {
    const kind = entryKind(editor);
    return kind === undefined ? undefined : `Read as ${kind}.`;
  }
  const reading = editor.kind === 'date' ? readDate(resolveDate(editor.line.text, now)) : undefined;
  if (reading?.kind !== 'seconds') return undefined;
  const { seconds } = reading;
  return `${dateText(seconds)} · ${localText(seconds)} here · sent as "${seconds}"`;
}

/** The same moment on this machine's clock, written as `dateText` writes it. */
function localText(seconds: number): string {
  const west = new Date(seconds * 1000).getTimezoneOffset() * 60;
  return dateText(seconds - west).replace(' UTC', '');
}
