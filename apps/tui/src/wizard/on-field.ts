import { hasErrors, issueSentence, isWithin } from '@helpcrunch-customer-kit/core';
import { editField, takeLine } from '../editors/edit-field.ts';
import { editorSummary } from '../editors/editor-summary.ts';
import { isEmptyEditor, withEditorValue } from '../editors/editor-value.ts';
import { cleanInput } from '../input/clean-input.ts';
import type { InputEvent } from '../input/input-event.ts';
import { isKey } from '../input/is-key.ts';
import { fieldIssues, isChanged, openStep } from './field-screen.ts';
import { openReview } from './review.ts';
import { steps } from './steps.ts';
import { asking, staying, type Transition } from './transition.ts';
import type { FieldScreen, HistoryLine, WizardState } from './wizard-state.ts';

export function onFieldInput(state: WizardState, screen: FieldScreen, event: InputEvent): Transition {
  if (isKey(event, 'back')) return goBack(state, screen);
  if (isKey(event, 'submit')) return submit(state, screen);
  if (isKey(event, 'openEditor') && screen.editor.kind === 'line' && screen.editor.lines) {
    return asking(state, { kind: 'edit-text', text: screen.editor.line.text });
  }
  const editor = editField(screen.editor, event);
  if (!editor) return staying(state);
  const stripped = event.kind !== 'key' && cleanInput(event.text, { lines: true }).stripped;
  return staying({ ...state, screen: { ...screen, editor, stripped } });
}

/** The person's own editor was closed: its text takes the place of the line's, as if it had been pasted. */
export function onTextEdited(state: WizardState, text: string): Transition {
  const { screen } = state;
  if (screen.kind !== 'field') return staying(state);
  const empty = { ...screen.editor, line: { ...screen.editor.line, text: '', caret: 0 } };
  const editor = editField(empty, { kind: 'paste', text }) ?? screen.editor;
  return staying({ ...state, screen: { ...screen, editor } });
}

function submit(state: WizardState, screen: FieldScreen): Transition {
  const taken = takeLine(screen.editor);
  const issues = fieldIssues(state, taken ? { ...screen, editor: taken } : screen);
  if (taken)
    return staying({ ...state, screen: { ...screen, editor: taken, showProblems: hasErrors(issues) } });
  if (hasErrors(issues)) return staying({ ...state, screen: { ...screen, showProblems: true } });
  return goOn(commit(state, screen), screen);
}

/** The editor's value becomes the draft's; a refusal of the old value is settled when the value has changed. */
function commit(state: WizardState, screen: FieldScreen): WizardState {
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
    history: [...state.history, ...answered(state, screen)],
  };
}

function answered(state: WizardState, screen: FieldScreen): HistoryLine[] {
  // Passing by an answer once more is no news.
  if (screen.step <= state.furthest && !isChanged(state, screen)) return [];
  const label = steps[screen.step]?.label ?? '';
  if (isEmptyEditor(screen.editor)) return [{ mark: 'skipped', text: `${label}  skipped` }];
  const advice = fieldIssues(state, screen).map(
    (issue): HistoryLine => ({ mark: 'advice', text: issueSentence(issue) }),
  );
  return [{ mark: 'done', text: `${label}  ${editorSummary(screen.editor, state.now)}` }, ...advice];
}

function goOn(state: WizardState, { step, then }: FieldScreen): Transition {
  if (then === 'review') return openReview(state);
  // Someone who skips the last fields in a hurry must not create a customer with one Enter too many: for a live account
  // the cursor stands below that row.
  if (step + 1 >= steps.length) return openReview(state, state.account === 'live' ? 1 : 0);
  return staying(openStep(state, step + 1, 'next'));
}

/** Back is always there: what stands in the field stays, even when it is not right yet. */
function goBack(state: WizardState, screen: FieldScreen): Transition {
  const left = leaveUnfinished(state, screen);
  if (screen.then === 'review') return openReview(left);
  if (screen.step > 0) return staying(openStep(left, screen.step - 1, 'next'));
  return staying({ ...left, screen: { kind: 'account', selected: state.account === 'live' ? 1 : 0 } });
}

/** Keeps what differs from the draft, and an item of a list that was begun. */
function leaveUnfinished(state: WizardState, screen: FieldScreen): WizardState {
  const field = steps[screen.step];
  const isBegun = screen.editor.kind !== 'line' && screen.editor.line.text !== '';
  if (!field || !(isBegun || isChanged(state, screen))) return state;
  return { ...state, unfinished: { ...state.unfinished, [field.key]: screen.editor } };
}
