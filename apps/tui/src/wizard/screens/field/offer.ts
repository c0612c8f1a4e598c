import { type Issue, issueMessage, readTag, tagText } from '@helpcrunch-customer-kit/core';
import { type Editor, isList, type TagsEditor } from '../../../editors/editor.ts';
import { readingMessage } from '../../../grammar/reading-note.ts';
import { colorNote, tagNotes } from '../../../grammar/tag-notes.ts';
import { replaceLine } from '../../../input/edit-line.ts';
import type { FieldScreen, WizardState } from '../../wizard-state.ts';
import { fieldIssues, lineIssues } from './state.ts';

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
