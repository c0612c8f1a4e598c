import {
  type CustomerDraft,
  hasErrors,
  type Issue,
  issueMessage,
  isWithin,
  pointerSegments,
  readTag,
  tagText,
  validateCustomer,
} from '@helpcrunch-customer-kit/core';
import { placeOfLine, takeLine } from '../../../editors/edit-field.ts';
import {
  type Editor,
  editorSummary,
  isEmptyEditor,
  isList,
  openEditor,
  type TagsEditor,
  withEditorValue,
} from '../../../editors/editor.ts';
import { splitEntry } from '../../../grammar/custom-value.ts';
import { colorNote, readingMessage, tagNotes } from '../../../grammar/reading-note.ts';
import { replaceLine } from '../../../input/edit-line.ts';
import { fit } from '../../../render/layout.ts';
import { type FieldScreen, type HistoryLine, steps, type WizardState } from '../../wizard-state.ts';

/** Opens a field: with what was left there unfinished, or with what the draft has. */
export function openStep(state: WizardState, step: number, then: FieldScreen['then']): WizardState {
  const field = steps[step];
  if (!field) return state;
  const left = state.unfinished[field.key];
  const screen: FieldScreen = {
    kind: 'field',
    step,
    editor: left ?? openEditor(field, state.draft),
    showErrors: left !== undefined || state.refusals.some(({ path }) => isWithin(path, `/${field.key}`)),
    // What could not be read of it is the reason that it is asked for.
    notes: state.unread.filter((each) => each.field === field.key).map(({ text }) => text),
    then,
  };
  return { ...state, screen };
}

/** Opens a field that has to be fixed, on the way to the next one or to the review. */
export function openWrongStep(state: WizardState, step: number): WizardState {
  const opened = openStep(state, step, 'wrong');
  const { screen } = opened;
  return screen.kind === 'field' ? { ...opened, screen: { ...screen, showErrors: true } } : opened;
}

/** What is wrong with the field as it is in its editor: what the rules find, and what HelpCrunch refused in it. */
export function fieldIssues(state: WizardState, screen: FieldScreen): Issue[] {
  const field = steps[screen.step];
  if (!field) return [];
  const draft = withEditorValue(state.draft, field.key, screen.editor, state.now);
  const found = validateCustomer({ draft }, { now: state.now });
  const refused = state.refusals.filter(() => !isChanged(state, screen));
  return [...refused, ...found].filter((issue) => isWithin(issue.path, `/${field.key}`) && !isShown(issue));
}

/** A day alone is 00:00 UTC: so the field shows it, and there is nothing more to say. */
export function isShown(issue: Issue): boolean {
  return issue.code === 'date-without-zone' && issue.seconds % 86_400 === 0;
}

/** True when the editor holds something other than the draft does: a refusal was of what the draft has. */
export function isChanged(state: WizardState, { step, editor }: FieldScreen): boolean {
  const field = steps[step];
  if (!field) return false;
  const before = withEditorValue(state.draft, field.key, openEditor(field, state.draft), state.now);
  return (
    JSON.stringify(before) !== JSON.stringify(withEditorValue(state.draft, field.key, editor, state.now))
  );
}

/** The issues that what stands on the line of a list would bring along, were it an item. */
function lineIssues(state: WizardState, screen: FieldScreen): readonly Issue[] {
  const { editor } = screen;
  const taken = takeLine(editor);
  if (!taken || !isList(taken) || !isList(editor)) return [];
  const first = placeOfLine(editor);
  const end = first + taken.items.length - editor.items.length;
  return fieldIssues(state, { ...screen, editor: taken }).filter((issue) => isItemOf(issue, first, end));
}

/** What there is to say against the items that a list has gained: a tag that was there already, for example. */
export function gainedAdvice(state: WizardState, screen: FieldScreen, after: Editor): readonly string[] {
  const { editor } = screen;
  if (!isList(editor) || !isList(after) || after === editor.before) return [];
  const first = placeOfLine(editor);
  const end = first + after.items.length - editor.items.length;
  return fieldIssues(state, { ...screen, editor: after })
    .filter((issue) => !hasErrors([issue]) && isItemOf(issue, first, end))
    .map(issueMessage);
}

function isItemOf({ path }: Issue, first: number, end: number): boolean {
  const index = Number(pointerSegments(path)[1]);
  return index >= first && index < end;
}

/** Why the text on a list's line is not an item yet: messages. It stays on its line, to be fixed there. */
export function lineErrors(state: WizardState, screen: FieldScreen): readonly string[] {
  const issues = lineIssues(state, screen).filter((issue) => hasErrors([issue]));
  if (issues.length > 0) return issues.map(issueMessage);
  const { kind, line } = screen.editor;
  const { property, value } = splitEntry(line.text);
  const isWithoutValue = kind === 'entries' && property !== '' && (value ?? '').replaceAll('"', '') === '';
  return isWithoutValue ? ['No value yet. Write property = value, or clear the line.'] : [];
}

/** The editor's value becomes the draft's; a refusal of the old value is settled when the value has changed. */
export function commitField(state: WizardState, screen: FieldScreen): WizardState {
  const field = steps[screen.step];
  if (!field) return state;
  const { [field.key]: _left, ...unfinished } = state.unfinished;
  const draft = withEditorValue(state.draft, field.key, screen.editor, state.now);
  const isSettled = (path: string) => isWithin(path, `/${field.key}`) && isChanged(state, screen);
  return {
    ...state,
    draft,
    unfinished,
    furthest: Math.max(state.furthest, screen.step),
    refusals: state.refusals.filter(({ path }) => !isSettled(path)),
    unread: state.unread.filter((each) => each.field !== field.key),
    history: [...state.history, ...answered(state, screen)],
  };
}

/** Cells of an earlier answer in the record. */
const maxBefore = 32;

/** A new answer is a row of the record; a changed one names what it was before. */
function answered(state: WizardState, screen: FieldScreen): HistoryLine[] {
  const field = steps[screen.step];
  const isAnswered = screen.step <= state.furthest;
  if (!field || (isAnswered && !isChanged(state, screen))) return [];
  const before = editorSummary(openEditor(field, state.draft), state.now);
  const was = before === '' ? '' : `  (was ${fit(before, maxBefore)})`;
  const isEmpty = isEmptyEditor(screen.editor);
  if (isEmpty && was === '') return [];
  const text = `${isEmpty ? '–' : editorSummary(screen.editor, state.now)}${isAnswered ? was : ''}`;
  const advice = isEmpty
    ? []
    : fieldIssues(state, screen).map((issue) => withoutDate(issueMessage(issue), text));
  return [
    { mark: 'plain', label: field.label, text, isEcho: true },
    ...advice.map((message): HistoryLine => ({ mark: 'advice', label: '', text: message })),
  ];
}

/** Advice that ends in a date says it only where the answer above it does not. */
function withoutDate(message: string, answer: string): string {
  const date = /: (\d{4}-\d\d-\d\d .* UTC)\.$/u.exec(message)?.[1];
  return date !== undefined && answer.includes(date) ? message.replace(`: ${date}`, '') : message;
}

/** Everything that was entered: what was committed, what was left unfinished, and what is in the open field. */
export function enteredDraft({ draft, unfinished, screen, now }: WizardState): CustomerDraft {
  return steps.reduce((entered, { key }, step) => {
    const open: Editor | undefined =
      screen.kind === 'field' && screen.step === step ? screen.editor : unfinished[key];
    // An item that was begun is entered, too.
    return open ? withEditorValue(entered, key, takeLine(open) ?? open, now) : entered;
  }, draft);
}

/** A value that is offered in place of what stands there: why, and the editor once it was taken. */
export interface Offer {
  readonly message: string;
  readonly editor: Editor;
}

/** What one key puts in the place of what was most likely mistyped; `undefined` where nothing is offered. */
export function offerOf(state: WizardState, screen: FieldScreen): Offer | undefined {
  const { editor } = screen;
  if (isList(editor) && editor.chosen !== undefined) return undefined;
  if (editor.kind === 'tags') return tagOffer(state, screen, editor);
  if (isList(editor) || editor.line.text.trim() === '') return undefined;
  const found = withSuggestion(fieldIssues(state, screen));
  if (!found) return undefined;
  const line = replaceLine(editor.line, found.suggestion);
  return {
    message: issueMessage(found.issue),
    editor: editor.kind === 'locale' ? { ...editor, line, selected: 0 } : { ...editor, line },
  };
}

function tagOffer(state: WizardState, screen: FieldScreen, editor: TagsEditor): Offer | undefined {
  const text = editor.line.text.trim();
  if (text === '') return addedTagOffer(screen, editor);
  const found = withSuggestion(lineIssues(state, screen));
  if (found) {
    const line = replaceLine(editor.line, tagText({ ...readTag(text), color: found.suggestion }));
    return { message: issueMessage(found.issue), editor: { ...editor, line } };
  }
  const note = tagNotes(text).find(({ kind }) => kind === 'no-color' || kind === 'part-of-color');
  if (!note || !('suggestion' in note) || note.suggestion === undefined) return undefined;
  return {
    message: readingMessage(note),
    editor: { ...editor, line: replaceLine(editor.line, note.suggestion) },
  };
}

/** The tag that was added just now: as long as that is what the screen speaks of. */
function addedTagOffer({ notes }: FieldScreen, editor: TagsEditor): Offer | undefined {
  for (const [index, tag] of editor.items.entries()) {
    const note = colorNote(tag);
    if (!note || !('suggestion' in note) || note.suggestion === undefined) continue;
    const message = readingMessage(note);
    if (!notes.includes(message)) continue;
    const items = editor.items.with(index, readTag(note.suggestion));
    return { message, editor: { ...editor, items, before: editor } };
  }
  return undefined;
}

function withSuggestion(
  issues: readonly Issue[],
): { readonly issue: Issue; readonly suggestion: string } | undefined {
  for (const issue of issues) {
    // A mistyped key's suggestion is a key, and no value.
    if (issue.code === 'unknown-field' || !('suggestion' in issue)) continue;
    if (typeof issue.suggestion === 'string') return { issue, suggestion: issue.suggestion };
  }
  return undefined;
}
