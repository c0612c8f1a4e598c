import { cssColorToHex, dateText, type Issue, issueSentence, readDate } from '@helpcrunch-customer-kit/core';
import type { Editor } from '../editors/editor.ts';
import { isEmptyEditor } from '../editors/editor-value.ts';
import { entryText, valueKind } from '../grammar/entry-text.ts';
import { tagText } from '../grammar/tag-text.ts';
import { fieldIssues } from '../wizard/field-screen.ts';
import { steps } from '../wizard/steps.ts';
import type { FieldScreen, WizardState } from '../wizard/wizard-state.ts';
import { type KeyHint, keyHints } from './key-hints.ts';
import { lineView } from './line-view.ts';
import type { Size, View, ViewLine } from './view.ts';

/** A field's question: what was entered so far, the line, and one hint or what is wrong. */
export function fieldView(state: WizardState, screen: FieldScreen, size: Size): View {
  const field = steps[screen.step];
  const issues = fieldIssues(state, screen);
  return {
    history: state.history,
    title: `${field?.label} (${screen.step + 1}/${steps.length})`,
    account: state.account,
    body: items(screen.editor).slice(-Math.max(1, size.rows - 7)),
    input: lineView(screen.editor.line, { placeholder: placeholderOf(screen), size }),
    notes: notesOf(screen, issues),
    keys: keyHints(enterHint(screen), 'back', 'quit'),
  };
}

function enterHint({ editor }: FieldScreen): KeyHint {
  if (isEmptyEditor(editor)) return 'skip';
  return editor.kind !== 'line' && editor.line.text.trim() !== '' ? 'add' : 'next';
}

/** The items of a list, each with the number by which messages call it. */
function items(editor: Editor): ViewLine[] {
  switch (editor.kind) {
    case 'line':
      return [];
    case 'tags':
      return editor.items.map((tag, index) => {
        const swatch = tag.color === undefined ? undefined : cssColorToHex(tag.color)?.slice(0, 7);
        return {
          text: `${index + 1}. ${tagText(tag)}`,
          tone: 'plain',
          ...(swatch === undefined ? {} : { swatch }),
        };
      });
    case 'entries':
      return editor.items.map((entry, index) => ({
        text: `${index + 1}. ${entryText(entry)} (${valueKind(entry.value)})`,
        tone: 'plain',
      }));
    default: {
      const unreachable: never = editor;
      return unreachable;
    }
  }
}

function placeholderOf({ step, editor }: FieldScreen): string {
  // In words too: without colour, a placeholder would look like a value.
  if (editor.kind === 'tags') return 'e.g. vip #ff0000';
  if (editor.kind === 'entries') return 'e.g. plan = pro';
  return `e.g. ${steps[step]?.example}`;
}

/** One hint, or what is wrong; advice as soon as there is something to advise on. */
function notesOf(screen: FieldScreen, issues: readonly Issue[]): ViewLine[] {
  const errors = screen.showProblems ? issues.filter(({ severity }) => severity === 'error') : [];
  if (errors.length > 0) {
    return errors.slice(0, 3).map((issue) => ({ text: issueSentence(issue), tone: 'problem' }));
  }
  if (screen.stripped) {
    return [{ text: 'Control characters were left out of what came in.', tone: 'advice' }];
  }
  return [echo(screen) ?? { text: hint(screen), tone: 'quiet' }];
}

function hint({ step, editor }: FieldScreen): string {
  if (editor.kind === 'tags') return 'A name and, if you like, a CSS colour; Enter on an empty line goes on.';
  if (editor.kind === 'entries') return 'Property = value; Enter on an empty line goes on.';
  return steps[step]?.help ?? '';
}

/** What a date that can be read means: in UTC, here, and on the wire. */
function echo({ step, editor }: FieldScreen): ViewLine | undefined {
  if (steps[step]?.kind !== 'date' || editor.line.text.trim() === '') return undefined;
  const reading = readDate(editor.line.text);
  if (reading.kind !== 'seconds') return undefined;
  const here = new Date(reading.seconds * 1000).toLocaleString();
  return {
    text: `${dateText(reading.seconds)} · here ${here} · sent as "${reading.seconds}"`,
    tone: 'quiet',
  };
}
