import { hasErrors, type Issue, issueSentence, pointerSegments } from '@helpcrunch-customer-kit/core';
import { takeLine } from '../editors/edit-field.ts';
import { isList } from '../editors/editor.ts';
import { placeOfLine } from '../editors/list-items.ts';
import { splitEntry } from '../grammar/entry-text.ts';
import { fieldIssues } from './field-screen.ts';
import type { FieldScreen, WizardState } from './wizard-state.ts';

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
