import { hasErrors } from '@helpcrunch-customer-kit/core';
import { editField, takeLine } from '../../../editors/edit-field.ts';
import { isList, type ListEditor } from '../../../editors/editor.ts';
import { isEmptyEditor } from '../../../editors/editor-value.ts';
import { placeOfLine, reopenItem } from '../../../editors/list-items.ts';
import { cleanInput } from '../../../input/clean-input.ts';
import type { Intent } from '../../../input/intent.ts';
import { asking, staying, type Transition } from '../../transition.ts';
import type { FieldScreen, WizardState } from '../../wizard-state.ts';
import { openReview } from '../review/state.ts';
import { brokenJsonNotes, takenNotes } from './came-in.ts';
import { commitField } from './commit.ts';
import { goBack, goOn, leaveUnfinished } from './leave.ts';
import { offerOf } from './offer.ts';
import { fieldIssues, isChanged, lineProblems } from './state.ts';

const leftOut = 'Control characters were left out of what came in.';

export function onFieldIntent(state: WizardState, screen: FieldScreen, intent: Intent): Transition {
  switch (intent.kind) {
    case 'back':
      return goBack(state, screen);
    case 'review':
      return toReview(state, screen);
    case 'take-offer': {
      const offer = offerOf(state, screen);
      return offer
        ? staying({ ...state, screen: { ...screen, editor: offer.editor, said: [] } })
        : submit(state, screen);
    }
    case 'next':
      return submit(state, screen);
    case 'open-editor':
      return screen.editor.kind === 'line' && screen.editor.lines
        ? asking(state, { kind: 'edit-text', text: screen.editor.line.text })
        : staying(state);
    default:
      return edit(state, screen, intent);
  }
}

function edit(state: WizardState, screen: FieldScreen, intent: Intent): Transition {
  const editor = editField(screen.editor, intent);
  if (!editor) return staying(state);
  const isStripped = 'text' in intent && cleanInput(intent.text, { lines: true }).stripped;
  const said = [
    ...(isStripped ? [leftOut] : []),
    ...(intent.kind === 'paste' ? brokenJsonNotes(intent.text) : []),
    ...takenNotes(screen.editor, editor),
  ];
  return staying({ ...state, screen: { ...screen, editor, said } });
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
  if (isList(screen.editor) && screen.editor.chosen !== undefined) {
    return staying({ ...state, screen: changeItem(state, screen, screen.editor) });
  }
  const taken = take(state, screen);
  if (taken) return staying({ ...state, screen: taken });
  if (isBlocked(state, screen)) return staying({ ...state, screen: { ...screen, showProblems: true } });
  return goOn(commitField(state, screen), screen);
}

/** The chosen item comes onto the line; what stood there becomes an item before, or is what has to be put right first. */
function changeItem(state: WizardState, screen: FieldScreen, editor: ListEditor): FieldScreen {
  const taken = takeLine(editor);
  if (taken && lineProblems(state, screen).length > 0) {
    return { ...screen, editor: { ...editor, chosen: undefined }, showProblems: true };
  }
  const list = taken && isList(taken) ? taken : editor;
  const shift = list.items.length - editor.items.length;
  const { chosen = 0 } = editor;
  const index = chosen < placeOfLine(editor) ? chosen : chosen + shift;
  return { ...screen, editor: reopenItem(list, index), said: [] };
}

/** The line as an item of the list, or what keeps it from being one; `undefined` where there is nothing to take. */
function take(state: WizardState, screen: FieldScreen): FieldScreen | undefined {
  const editor = takeLine(screen.editor);
  if (!editor) return undefined;
  if (lineProblems(state, screen).length > 0) return { ...screen, showProblems: true };
  const taken: FieldScreen = { ...screen, editor, said: takenNotes(screen.editor, editor) };
  return { ...taken, showProblems: isBlocked(state, taken) };
}

/** What HelpCrunch refused is no reason to stay: whoever thinks that it is right after all may keep it. */
function isBlocked(state: WizardState, screen: FieldScreen): boolean {
  return hasErrors(fieldIssues(state, screen).filter(({ code }) => code !== 'refused'));
}

/** From any field to the review: with the field committed when it is right, and as it stands when it is not. */
function toReview(state: WizardState, screen: FieldScreen): Transition {
  const taken = take(state, screen) ?? screen;
  // A field that was not touched was not skipped either: it was passed by.
  if (!isChanged(state, taken) && isEmptyEditor(taken.editor)) return openReview(state);
  const isRight = takeLine(taken.editor) === undefined && !isBlocked(state, taken);
  return openReview(isRight ? commitField(state, taken) : leaveUnfinished(state, taken));
}
