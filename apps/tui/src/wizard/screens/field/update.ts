import {
  hasErrors,
  readCustomerText,
  splitTags,
  type TextForm,
  textForm,
} from '@helpcrunch-customer-kit/core';
import { editField, placeOfLine, reopenItem, takeLine } from '../../../editors/edit-field.ts';
import { type Editor, isEmptyEditor, isList, type ListEditor } from '../../../editors/editor.ts';
import { colorNote, readingMessage, tagNotes } from '../../../grammar/reading-note.ts';
import { cleanInput, moveTo } from '../../../input/edit-line.ts';
import type { Intent } from '../../../input/intent.ts';
import { keyBindings } from '../../../input/key-bindings.ts';
import { caretInBox } from '../../../render/layout.ts';
import { terminalMessage, withPlaces } from '../../../text/printable.ts';
import { asking, staying, type Transition } from '../../wizard-event.ts';
import { type FieldScreen, steps, type WizardState } from '../../wizard-state.ts';
import { firstWrongStep, makePlan, openReview, stepOfPath } from '../review/review.ts';
import {
  commitField,
  fieldIssues,
  gainedAdvice,
  isChanged,
  lineErrors,
  offerOf,
  openStep,
  openWrongStep,
} from './state.ts';

const leftOut = 'Control characters were removed.';

export function onFieldIntent(state: WizardState, screen: FieldScreen, intent: Intent): Transition {
  switch (intent.kind) {
    case 'back':
      return goBack(state, screen);
    case 'review':
      return toReview(state, screen);
    case 'take-offer': {
      const offer = offerOf(state, screen);
      return offer
        ? staying({ ...state, screen: { ...screen, editor: offer.editor, notes: [] } })
        : submit(state, screen);
    }
    case 'next':
      return submit(state, screen);
    case 'new-line':
      // Nothing was written yet: Enter skips, as everywhere.
      return isEmptyEditor(screen.editor) ? submit(state, screen) : edit(state, screen, intent);
    case 'open-editor':
      return screen.editor.kind === 'line' && screen.editor.lines
        ? asking(state, { kind: 'edit-text', text: screen.editor.line.text })
        : staying(state);
    default:
      return edit(state, screen, intent);
  }
}

function edit(state: WizardState, screen: FieldScreen, intent: Intent): Transition {
  const editor = movedInBox(state, screen.editor, intent) ?? editField(screen.editor, intent);
  if (!editor) return staying(state);
  const isStripped = 'text' in intent && cleanInput(intent.text, { lines: true }).stripped;
  const notes = [
    ...(isStripped ? [leftOut] : []),
    ...(intent.kind === 'paste' ? brokenJsonNotes(intent.text) : []),
    ...takenNotes(screen.editor, editor),
    ...gainedAdvice(state, screen, editor),
  ];
  return staying({ ...state, screen: { ...screen, editor, notes } });
}

/** In a box, the caret moves by rows as they are drawn. */
function movedInBox({ size }: WizardState, editor: Editor, { kind }: Intent): Editor | undefined {
  if (editor.kind !== 'line' || !editor.lines || (kind !== 'up' && kind !== 'down')) return undefined;
  return { ...editor, line: moveTo(editor.line, caretInBox(editor.line, kind, size)) };
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
  if (isBlocked(state, screen)) return staying({ ...state, screen: { ...screen, showErrors: true } });
  return goOn(commitField(state, screen), screen);
}

/** The chosen item comes onto the line; what stood there becomes an item before, or has to be fixed first. */
function changeItem(state: WizardState, screen: FieldScreen, editor: ListEditor): FieldScreen {
  const taken = takeLine(editor);
  if (taken && lineErrors(state, screen).length > 0) {
    return { ...screen, editor: { ...editor, chosen: undefined }, showErrors: true };
  }
  const list = taken && isList(taken) ? taken : editor;
  const shift = list.items.length - editor.items.length;
  const { chosen = 0 } = editor;
  const index = chosen < placeOfLine(editor) ? chosen : chosen + shift;
  return { ...screen, editor: reopenItem(list, index), notes: [] };
}

/** The line as an item of the list, or what keeps it from being one; `undefined` where there is nothing to take. */
function take(state: WizardState, screen: FieldScreen): FieldScreen | undefined {
  const editor = takeLine(screen.editor);
  if (!editor) return undefined;
  if (lineErrors(state, screen).length > 0) return { ...screen, showErrors: true };
  const notes = [...takenNotes(screen.editor, editor), ...gainedAdvice(state, screen, editor)];
  const taken: FieldScreen = { ...screen, editor, notes };
  return { ...taken, showErrors: isBlocked(state, taken) };
}

/** What HelpCrunch refused does not hold the person here: they may keep it. */
function isBlocked(state: WizardState, screen: FieldScreen): boolean {
  return hasErrors(fieldIssues(state, screen).filter(({ code }) => code !== 'refused'));
}

/** From any field to the review: with the field committed when it is right, and as it stands when it is not. */
function toReview(state: WizardState, screen: FieldScreen): Transition {
  return openReview(leave(state, take(state, screen) ?? screen));
}

/** With the field committed when it is right, and as it stands when it is not. */
function leave(state: WizardState, screen: FieldScreen): WizardState {
  // A field that was not touched was not skipped either: it was passed by.
  if (!isChanged(state, screen) && isEmptyEditor(screen.editor)) return state;
  const isRight = takeLine(screen.editor) === undefined && !isBlocked(state, screen);
  return isRight ? commitField(state, screen) : leaveUnfinished(state, screen);
}

/** On to the first field that was not asked for yet, or is wrong, or else to the review. */
export function goOnAsking(state: WizardState): Transition {
  const step = state.furthest + 1;
  if (step < steps.length) return staying(openStep(state, step, 'next'));
  const plan = makePlan(state);
  const wrong = firstWrongStep(state, plan);
  return wrong === undefined ? openReview(state, { plan }) : staying(openWrongStep(state, wrong));
}

/** On from a field that was committed. */
function goOn(state: WizardState, { step, then }: FieldScreen): Transition {
  switch (then) {
    case 'review':
      return openReview(state, { selected: step });
    case 'wrong':
      return openNextInvalidField(state, step);
    case 'next':
      return step + 1 < steps.length ? staying(openStep(state, step + 1, 'next')) : openReview(state);
    default: {
      const unreachable: never = then;
      return unreachable;
    }
  }
}

/** To the next field that has to be fixed, or that HelpCrunch refused and the person has not seen yet. */
function openNextInvalidField(state: WizardState, step: number): Transition {
  const plan = makePlan(state);
  const wrong = firstWrongStep(state, plan);
  if (wrong !== undefined) return staying(openWrongStep(state, wrong));
  const refused = state.refusals.map(({ path }) => stepOfPath(path)).filter((index) => index > step);
  return refused.length > 0
    ? staying(openStep(state, Math.min(...refused), 'wrong'))
    : openReview(state, { plan });
}

/** Back is always there: what is in the field stays, even when it is not right yet. */
function goBack(state: WizardState, screen: FieldScreen): Transition {
  // Before the first answer there is nothing that could be reviewed: the field is what is left and come back to.
  const isFirst = screen.step === 0 && screen.then === 'next';
  const left = isFirst ? leaveUnfinished(state, screen) : leave(state, screen);
  if (screen.then !== 'next') return openReview(left, { selected: screen.step });
  if (screen.step > 0) return staying(openStep(left, screen.step - 1, 'next'));
  return staying({ ...left, screen: { kind: 'account', selected: state.account === 'live' ? 1 : 0 } });
}

/** Coming back to a list starts in its line. */
function onLine(editor: Editor): Editor {
  return isList(editor) ? { ...editor, chosen: undefined } : editor;
}

/** Keeps what differs from the draft, and an item of a list that was begun. */
function leaveUnfinished(state: WizardState, screen: FieldScreen): WizardState {
  const field = steps[screen.step];
  const isBegun = screen.editor.kind !== 'line' && screen.editor.line.text !== '';
  if (!field || !(isBegun || isChanged(state, screen))) return state;
  return { ...state, unfinished: { ...state.unfinished, [field.key]: onLine(screen.editor) } };
}

/** People paste these into a field of text on purpose. */
const ordinaryForms: ReadonlySet<TextForm> = new Set(['csv', 'yaml', 'settings']);

/** What there is to say of a paste that was meant to be a customer, and cannot be read as one. */
function brokenJsonNotes(text: string): readonly string[] {
  const form = textForm(text);
  if (!/^\s*\{.*"\s*:/su.test(text) && (form === undefined || ordinaryForms.has(form))) return [];
  const [message] = withPlaces(text, readCustomerText(text).issues).filter(({ code }) => code === 'not-json');
  if (!message) return [];
  const { shown } = keyBindings.undo;
  return [`Pasted as text. ${terminalMessage(message)} ${shown} removes the paste.`];
}

/** What there is to know of the items that a list has gained, a sentence each. */
function takenNotes(before: Editor, after: Editor): readonly string[] {
  if (before.kind !== 'tags' || after.kind !== 'tags') return [];
  const count = after.items.length - before.items.length;
  if (count <= 0 || after === before.before) return [];
  const place = placeOfLine(before);
  const gained = after.items.slice(place, place + count);
  const written = splitTags(before.line.text).filter((part) => part.trim() !== '');
  // Of what was pasted with a comma behind it, only the tags are left to look at.
  const notes =
    written.length === gained.length
      ? written.flatMap(tagNotes)
      : gained.map(colorNote).filter((note) => note !== undefined);
  return notes.map(readingMessage);
}
