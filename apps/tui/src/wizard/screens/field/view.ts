import {
  formatDate,
  type Issue,
  issueMessage,
  pointerSegments,
  readDate,
  readTag,
} from '@helpcrunch-customer-kit/core';
import { entryKind, itemNumber, takeLine } from '../../../editors/edit-field.ts';
import { type Editor, isEmptyEditor, isList, type LocaleEditor } from '../../../editors/editor.ts';
import { findLocales } from '../../../editors/find-locales.ts';
import {
  kindOfValue,
  possibleKinds,
  readEntry,
  splitEntry,
  type ValueKind,
} from '../../../grammar/custom-value.ts';
import { resolveDate } from '../../../grammar/date-phrase.ts';
import { kindLabels, readingMessage, tagMessage, tagNotes } from '../../../grammar/reading-note.ts';
import { type KeyHint, keyHints } from '../../../input/key-bindings.ts';
import { boxView, fit, lineView, padCells } from '../../../render/layout.ts';
import type { InputView, Size, View, ViewLine } from '../../../render/view.ts';
import { type FieldScreen, steps, type WizardState } from '../../wizard-state.ts';
import { stepOfPath } from '../review/review.ts';
import { itemRows } from './list-view.ts';
import { fieldIssues, gainedAdvice, isChanged, lineErrors, offerOf } from './state.ts';

/** How many languages are offered at once. */
const pickerRows = 4;

/** A field's question: what was entered so far, the line, and one hint or what is wrong. */
export function fieldView(state: WizardState, screen: FieldScreen, size: Size): View {
  const field = steps[screen.step];
  const { editor } = screen;
  const isLocale = editor.kind === 'locale';
  const list = isLocale
    ? { body: matches(editor, Math.max(1, Math.min(pickerRows, size.rows - 5))) }
    : itemRows(editor, size);
  return {
    history: state.history,
    title: `${field?.label} (${screen.step + 1}/${steps.length})`,
    account: state.account,
    // Those that are out of sight are counted.
    ...(isList(editor) && editor.items.length > list.body.length
      ? { aside: `${editor.items.length} items` }
      : {}),
    ...list,
    input: inputView(screen, size),
    notes: fieldNotes(state, screen),
    keys: fieldKeys(state, screen),
  };
}

/** Rows of the box that a text of several lines is written in. */
const boxHeight = 4;

function inputView(screen: FieldScreen, size: Size): InputView {
  const { editor } = screen;
  const placeholder = placeholderOf(screen);
  return editor.kind === 'line' && editor.lines
    ? boxView(editor.line, { placeholder, size, height: Math.max(1, Math.min(boxHeight, size.rows - 6)) })
    : lineView(editor.line, { placeholder, size });
}

/** The footer: in a box of text, Enter belongs to the text. */
function fieldKeys(state: WizardState, screen: FieldScreen): string {
  const { editor } = screen;
  if (isList(editor) && editor.chosen !== undefined) return keyHints('changeItem', 'removeItem', 'up');
  if (editor.kind === 'line' && editor.lines && !isEmptyEditor(editor)) {
    return keyHints(['takeOffer', enterWord(state, screen)], 'back', 'openEditor');
  }
  return keyHints(['submit', enterWord(state, screen)], 'back', extraHint(state, screen));
}

function enterWord(state: WizardState, screen: FieldScreen): string {
  const { editor } = screen;
  if (isList(editor) && editor.line.text.trim() !== '') return editor.place === undefined ? 'add' : 'save';
  if (isEmptyEditor(editor) && isChanged(state, screen)) return 'clear';
  const isRefused = state.refusals.some(({ path }) => stepOfPath(path) === screen.step);
  if (isRefused && !isChanged(state, screen)) return 'keep it';
  if (screen.then === 'review') return 'done';
  return isEmptyEditor(editor) ? 'skip' : 'next';
}

/** The key that matters most here; the first field tells where all of them stand. */
function extraHint(state: WizardState, screen: FieldScreen): KeyHint {
  const { editor } = screen;
  if (offerOf(state, screen)) return 'takeOffer';
  if (editor.kind === 'entries' && possibleKinds(splitEntry(editor.line.text).value ?? '').length > 1)
    return 'nextType';
  if (editor.kind === 'locale') return ['up', 'choose'];
  if (isList(editor) && editor.items.length > 0) return ['up', 'items'];
  if (editor.kind === 'line' && editor.lines) return 'openEditor';
  // From the review, Esc leads back there.
  return screen.step === 0 || screen.then === 'review' ? 'help' : 'review';
}

/**
 * The languages that fit, the chosen one marked, always in as many rows, so that nothing moves while someone types. The
 * mark is text, since the cursor is in the line.
 */
function matches({ line, selected }: LocaleEditor, rowCount: number): ViewLine[] {
  const found = findLocales(line.text);
  const first = Math.max(0, Math.min(selected - 1, found.length - rowCount));
  const shown = found.slice(first, first + rowCount);
  return Array.from({ length: rowCount }, (_, index): ViewLine => {
    const locale = shown[index];
    if (!locale) return { text: found.length === 0 && index === 0 ? noMatch : '', tone: 'quiet' };
    const isChosen = first + index === selected;
    const { code, name, nativeName } = locale;
    return {
      text: `${isChosen ? '❯' : ' '} ${code}  ${padCells(fit(name, languageWidth), languageWidth)}  ${nativeName}`,
      tone: isChosen ? 'strong' : 'plain',
    };
  });
}

/** The same for all of them: what is typed moves no column. */
const languageWidth = 20;

const noMatch = '  No language matches.';

function placeholderOf({ step, editor }: FieldScreen): string {
  // In words too: without color, a placeholder would look like a value.
  if (editor.kind === 'tags') return 'e.g. vip #ff0000';
  if (editor.kind === 'entries') return 'e.g. plan = pro';
  if (editor.kind === 'date') return 'e.g. 2024-05-01, yesterday, 2 weeks ago';
  return editor.kind === 'locale' ? 'e.g. uk, or type a language' : `e.g. ${steps[step]?.example}`;
}

/** How many problems are shown at once. */
const maxErrors = 3;

/** Below the line: what is wrong, or what came in, or what is offered, or how the line is read, or one hint. */
function fieldNotes(state: WizardState, screen: FieldScreen): readonly ViewLine[] {
  const errors = screen.showErrors ? errorsOf(state, screen) : [];
  if (errors.length > 0) {
    return errors.slice(0, maxErrors).map((text) => ({ text, tone: 'error' }));
  }
  if (screen.notes.length > 0) return screen.notes.map((text) => ({ text, tone: 'advice' }));
  const offer = offerOf(state, screen);
  if (offer) return [{ text: offer.message, tone: 'advice' }];
  if (isList(screen.editor) && screen.editor.chosen !== undefined) {
    return [{ text: 'Typing goes to the input line. ↓ past the last item leads there, too.', tone: 'quiet' }];
  }
  const line = screen.editor.line.text;
  const taken = takeLine(screen.editor);
  const advice = taken ? gainedAdvice(state, screen, taken) : [];
  if (advice.length > 0) {
    // What Ctrl+T changes is in sight, too.
    const kind = screen.editor.kind === 'entries' ? echo(screen.editor, state.now) : undefined;
    return [
      ...advice.map((text) => ({ text, tone: 'advice' }) as const),
      ...(kind === undefined ? [] : [{ text: kind, tone: 'quiet' } as const]),
    ];
  }
  if (screen.editor.kind === 'tags' && line.trim() !== '') return tagEcho(line);
  if (screen.editor.kind === 'line' && screen.editor.lines && line !== '') {
    return [{ text: 'Enter adds a line. Tab or Ctrl+D goes on.', tone: 'quiet' }];
  }
  return [{ text: echo(screen.editor, state.now) ?? hint(screen), tone: 'quiet' }];
}

function errorsOf(state: WizardState, screen: FieldScreen): readonly string[] {
  const errors = fieldIssues(state, screen).filter(({ severity }) => severity === 'error');
  return [...lineErrors(state, screen), ...errors.map((issue) => numbered(issue, screen.editor))];
}

/** In a list, behind the number of the item that it is about. */
function numbered(issue: Issue, editor: Editor): string {
  const index = Number(pointerSegments(issue.path)[1]);
  const message = issueMessage(issue);
  return isList(editor) && Number.isInteger(index) ? `${itemNumber(editor, index)}. ${message}` : message;
}

function tagEcho(line: string): readonly ViewLine[] {
  const notes = tagNotes(line);
  return notes.length > 0
    ? notes.map((note) => ({ text: readingMessage(note), tone: 'advice' }))
    : [{ text: tagMessage(readTag(line)), tone: 'quiet' }];
}

function hint({ step, editor }: FieldScreen): string {
  if (editor.kind === 'tags') return 'A name and an optional CSS color. Enter on an empty line continues.';
  if (editor.kind === 'entries') return 'Property = value. Enter on an empty line continues.';
  return steps[step]?.help ?? '';
}

/** What stands on the line, as the kit understands it. */
function echo(editor: Editor, now: number): string | undefined {
  if (editor.kind === 'entries') {
    const kind = entryKind(editor);
    return kind === undefined ? undefined : entryEcho(editor.line.text, kind);
  }
  const reading = editor.kind === 'date' ? readDate(resolveDate(editor.line.text, now)) : undefined;
  if (reading?.kind !== 'seconds') return undefined;
  const { seconds } = reading;
  const utc = formatDate(seconds);
  const local = localText(seconds);
  // Where clocks show UTC, once is enough.
  const here = utc === `${local} UTC` ? '' : ` · ${local} here`;
  return `${utc}${here} · sent as "${seconds}"`;
}

function entryEcho(text: string, kind: ValueKind): string {
  const { value } = readEntry(text, kind);
  if (value === '' || value === undefined) return 'The value is missing. Write property = value.';
  if (kind === 'date') return `Read as a ${kindOfValue(value)}, sent as "${value}".`;
  return `Read as ${kindLabels[kind]}.`;
}

/** The same moment on this machine's clock, written as `formatDate` writes it. */
function localText(seconds: number): string {
  const west = new Date(seconds * 1000).getTimezoneOffset() * 60;
  return formatDate(seconds - west).replace(' UTC', '');
}
