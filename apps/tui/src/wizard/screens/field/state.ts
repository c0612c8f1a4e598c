import {
  hasErrors,
  type Issue,
  issueSentence,
  isWithin,
  pointerSegments,
  validateCustomer,
} from '@helpcrunch-customer-kit/core';
import { takeLine } from '../../../editors/edit-field.ts';
import { isList } from '../../../editors/editor.ts';
import { withEditorValue } from '../../../editors/editor-value.ts';
import { placeOfLine } from '../../../editors/list-items.ts';
import { openEditor } from '../../../editors/open-editor.ts';
import { splitEntry } from '../../../grammar/entry-text.ts';
import { steps } from '../../steps.ts';
import type { FieldScreen, WizardState } from '../../wizard-state.ts';

/** Opens a field: with what was left there unfinished, or with what the draft has. */
export function openStep(state: WizardState, step: number, then: FieldScreen['then']): WizardState {
  const field = steps[step];
  if (!field) return state;
  const left = state.unfinished[field.key];
  const screen: FieldScreen = {
    kind: 'field',
    step,
    editor: left ?? openEditor(field, state.draft),
    showProblems: left !== undefined || state.refusals.some(({ path }) => isWithin(path, `/${field.key}`)),
    // What could not be read of it is the reason that it is asked for.
    said: state.unread.filter((each) => each.field === field.key).map(({ text }) => text),
    then,
  };
  return { ...state, screen };
}

/** Opens a field that has to be put right, on the way to the next one or to the review. */
export function openWrongStep(state: WizardState, step: number): WizardState {
  const opened = openStep(state, step, 'wrong');
  const { screen } = opened;
  return screen.kind === 'field' ? { ...opened, screen: { ...screen, showProblems: true } } : opened;
}

/** What is wrong with the field as it stands in its editor: what the rules find, and what HelpCrunch refused in it. */
export function fieldIssues(state: WizardState, screen: FieldScreen): Issue[] {
  const field = steps[screen.step];
  if (!field) return [];
  const draft = withEditorValue(state.draft, field.key, screen.editor, state.now);
  const found = validateCustomer({ draft }, { now: state.now });
  const refused = state.refusals.filter(() => !isChanged(state, screen));
  return [...refused, ...found].filter(({ path }) => isWithin(path, `/${field.key}`));
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
export function lineIssues(state: WizardState, screen: FieldScreen): readonly Issue[] {
  const { editor } = screen;
  const taken = takeLine(editor);
  if (!taken || !isList(taken) || !isList(editor)) return [];
  const first = placeOfLine(editor);
  const end = first + taken.items.length - editor.items.length;
  return fieldIssues(state, { ...screen, editor: taken }).filter(({ path }) => {
    const index = Number(pointerSegments(path)[1]);
    return index >= first && index < end;
  });
}

/** Why the line of a list is no item yet, a sentence each: it stays on its line, to be put right there. */
export function lineProblems(state: WizardState, screen: FieldScreen): readonly string[] {
  const issues = lineIssues(state, screen).filter((issue) => hasErrors([issue]));
  if (issues.length > 0) return issues.map(issueSentence);
  const { kind, line } = screen.editor;
  const { property, value } = splitEntry(line.text);
  const isWithoutValue = kind === 'entries' && property !== '' && (value ?? '').replaceAll('"', '') === '';
  return isWithoutValue
    ? ['There is no value yet, and without one nothing is sent: write property = value, or clear the line.']
    : [];
}
