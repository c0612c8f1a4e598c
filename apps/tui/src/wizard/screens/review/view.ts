import {
  type CustomerFieldKey,
  type CustomerFieldRow,
  foundCustomerName,
  hasErrors,
  type Issue,
  issueMessage,
  lookupFailureMessage,
  type Plan,
  reasonMessage,
} from '@helpcrunch-customer-kit/core';
import stringWidth from 'string-width';
import { unknownDraftAdvice } from '../../../drafts/draft-messages.ts';
import { editorSummary, isEmptyEditor, openEditor } from '../../../editors/editor.ts';
import { keyHints } from '../../../input/key-bindings.ts';
import { firstInSight } from '../../../render/layout.ts';
import { type Conversation, issueLine, spoken, viewLine } from '../../../render/lines/conversation.ts';
import {
  frameWidth,
  gutterWidth,
  labelCell,
  type Machine,
  pointerWidth,
  type Size,
  type Tone,
  type View,
  type ViewLine,
} from '../../../render/view.ts';
import { type ReviewScreen, stepIndex, steps, type WizardState } from '../../wizard-state.ts';
import { fieldIssues, offerOf, openStep } from '../field/state.ts';
import {
  isEmptyCustomer,
  isFieldWrong,
  type ReviewRow,
  reviewIssues,
  reviewRows,
  sendRow,
} from './review.ts';

/** The hub: what would be sent, field by field, and the way to each of them. */
export function reviewView(state: WizardState, screen: ReviewScreen, size: Size): View {
  const room = Math.max(3, size.rows - 6);
  const all = reviewRows(state);
  // What was printed above stays in sight: the fields come back with the next key.
  const first = screen.isPrinted ? sendRow : firstInSight(screen.selected, all.length, room);
  const rows = all.slice(first, first + room);
  const lines = rows.map((row) => rowLine(state, screen.plan, row, size.columns));
  const selected = screen.selected - first;
  return {
    history: state.history,
    title:
      all.length > room && !screen.isPrinted
        ? `Review, row ${screen.selected + 1} of ${all.length}`
        : 'Review',
    account: state.account,
    // Where not all of them fit, a blank row would cost one of them.
    ...(rows.length < all.length ? { body: lines, selected } : inGroups(lines, selected)),
    notes: [
      ...(screen.message === undefined ? [] : [{ text: screen.message, tone: 'strong' } as const]),
      ...(rows.length < all.length ? hiddenNotes(state, screen) : []),
      ...(screen.isPrinted ? [] : reviewNotes(state, screen)),
    ],
    keys: keyHints(['submit', 'choose'], 'up', isOffered(state, all[screen.selected]) ? 'takeOffer' : 'help'),
  };
}

/** A blank row between the fields and the actions. */
function inGroups(rows: readonly ViewLine[], selected: number): Pick<View, 'body' | 'selected'> {
  const body = rows.toSpliced(sendRow, 0, { text: '', tone: 'plain' });
  return { body, selected: selected < sendRow ? selected : selected + 1 };
}

function isOffered(state: WizardState, row: ReviewRow | undefined): boolean {
  if (row?.kind !== 'field') return false;
  const { screen } = openStep(state, stepIndex(row.field.key), 'review');
  return screen.kind === 'field' && offerOf(state, screen) !== undefined;
}

function rowLine(state: WizardState, plan: Plan, row: ReviewRow, columns: number): ViewLine {
  switch (row.kind) {
    case 'send':
      return { text: sendLabel(state, columns), tone: 'strong' };
    case 'json':
    case 'curl':
    case 'dry-run':
      return { text: rowLabel(state, row), tone: 'plain' };
    case 'field': {
      const { field } = row;
      const editor = state.unfinished[field.key] ?? openEditor(field, state.draft);
      if (isEmptyEditor(editor)) return { text: `  ${labelCell(field.label, columns)}–`, tone: 'quiet' };
      const tone = fieldTone(state, plan, field);
      const mark = tone === 'error' ? '✗ ' : tone === 'advice' ? '! ' : '  ';
      return { text: `${mark}${labelCell(field.label, columns)}${editorSummary(editor, state.now)}`, tone };
    }
    default: {
      const unreachable: never = row;
      return unreachable;
    }
  }
}

/** Where the customer goes is not cut: in a narrow window it takes fewer words. */
function sendLabel({ account, live: { host } }: WizardState, columns = Number.POSITIVE_INFINITY): string {
  const [place, short] =
    account === 'live' ? [`in HelpCrunch at ${host}`, `at ${host}`] : ['in the sandbox', 'in the sandbox'];
  const room = frameWidth({ columns, rows: 1 }) - gutterWidth - pointerWidth;
  const longer = [`Create the customer ${place}`, `Create ${place}`];
  return longer.find((label) => stringWidth(label) <= room) ?? `Create ${short}`;
}

/** What a row is called; a field's, without its value. */
function rowLabel(state: WizardState, row: ReviewRow): string {
  switch (row.kind) {
    case 'send':
      return sendLabel(state);
    case 'json':
      return 'Show JSON';
    case 'curl':
      return 'Copy as curl';
    case 'dry-run':
      return 'Dry run';
    case 'field':
      return row.field.label;
    default: {
      const unreachable: never = row;
      return unreachable;
    }
  }
}

/** How much a field deserves a look. */
function fieldTone(state: WizardState, plan: Plan, field: CustomerFieldRow): Tone {
  if (isFieldWrong(state, plan, field)) return 'error';
  const tones = fieldNotes(state, plan, field).map(({ tone }) => tone);
  return tones.includes('error') ? 'error' : tones.length > 0 ? 'advice' : 'plain';
}

/** What to know of a field: its issues, and who has its value already. */
function fieldNotes(state: WizardState, plan: Plan, field: CustomerFieldRow): readonly ViewLine[] {
  const issues = reviewIssues(state, plan, field);
  const isBegun = state.unfinished[field.key] !== undefined && !hasErrors(issues);
  return [
    ...(isBegun
      ? [{ text: 'An item is not added yet. Open the field and press Enter.', tone: 'error' } as const]
      : []),
    ...issues.map(issueNote),
    ...duplicateNotes(state).filter(({ key }) => key === field.key),
  ];
}

function issueNote(issue: Issue): ViewLine {
  return { text: issueMessage(issue), tone: issue.severity === 'error' ? 'error' : 'advice' };
}

/** Below the rows: what to know about the selected row, or about the whole customer. */
function reviewNotes(state: WizardState, { plan, selected }: ReviewScreen): readonly ViewLine[] {
  if (isEmptyCustomer(plan)) {
    return [{ text: 'Nothing to send yet. Enter a name, an email or a user ID.', tone: 'error' }];
  }
  const row = reviewRows(state)[selected];
  if (row?.kind === 'field') return fieldNotes(state, plan, row.field);
  return [
    ...(state.mayExist && state.account === 'live'
      ? [{ text: unknownDraftAdvice, tone: 'advice' } as const]
      : []),
    ...plan.issues.filter(({ path }) => path === '').map(issueNote),
    ...duplicateNotes(state),
  ];
}

/** The fields that have issues, where their marks may be out of sight. */
function hiddenNotes(state: WizardState, { plan, selected }: ReviewScreen): readonly ViewLine[] {
  if (selected < sendRow) return [];
  const wrong = steps.filter((field) => isFieldWrong(state, plan, field));
  const marked = steps.filter((field) => reviewIssues(state, plan, field).length > 0);
  const names = (fields: readonly CustomerFieldRow[]) => fields.map(({ label }) => label).join(', ');
  if (wrong.length > 0) return [{ text: `Fix: ${names(wrong)}`, tone: 'error' }];
  return marked.length > 0 ? [{ text: `Look at: ${names(marked)}`, tone: 'advice' }] : [];
}

/** What the duplicate check found, and the field that it is about. */
function duplicateNotes({
  duplicateCheck,
}: WizardState): readonly (ViewLine & { readonly key?: CustomerFieldKey })[] {
  if (!duplicateCheck) return [];
  if (!duplicateCheck.result) return [{ text: 'Checking for duplicates…', tone: 'quiet' }];
  const { result } = duplicateCheck;
  if (result.kind !== 'checked') return [{ text: lookupFailureMessage(result), tone: 'advice' }];
  const [holder] = result.byUserId?.customers ?? [];
  if (holder) {
    const text = `User ID already used by ${foundCustomerName(holder, 'userId')}. HelpCrunch will refuse it.`;
    return [{ text, tone: 'error', key: 'userId' }];
  }
  const { customers = [], complete: isComplete = true } = result.byEmail ?? {};
  if (customers.length === 0) return [];
  const text = reasonMessage({ kind: 'email-used', customers, isComplete });
  return [{ text, tone: 'advice', key: 'email' }];
}

/** The whole customer, each field under the number that leads to it, and the ways on. */
export async function askReview(machine: Machine, talk: Conversation): Promise<'answered' | 'end'> {
  const { state } = machine;
  const { screen } = state;
  if (screen.kind !== 'review') return 'answered';
  // The numbers before are the fields'.
  const actions = reviewRows(state).slice(sendRow);
  talk.say('', 'Review. Enter a number to edit a field or choose an action.', ...notesOf(state, screen));
  const choice = await talk.choose([
    ...steps.map((_, step) => fieldLines(state, step)),
    ...actions.map((row) => (row.kind === 'curl' ? 'Show as curl' : rowLabel(state, row))),
    'Save a draft and quit',
  ]);
  if (choice.kind === 'end') return 'end';
  if (choice.kind === 'back') machine.dispatch({ kind: 'back' });
  else if (choice.index < steps.length) machine.dispatch({ kind: 'edit-field', step: choice.index });
  else {
    if (!actions[choice.index - sendRow]) return 'end';
    machine.dispatch({ kind: 'choose', index: choice.index });
  }
  return 'answered';
}

function notesOf(state: WizardState, screen: ReviewScreen): readonly string[] {
  const notes = reviewNotes(state, { ...screen, selected: steps.length });
  const isFree = state.duplicateCheck?.result?.kind === 'checked' && notes.length === 0;
  return isFree ? ['No duplicates found.'] : notes.map(viewLine);
}

/** A field with its value, and its issues below it. */
function fieldLines(state: WizardState, step: number): string {
  const { screen } = openStep(state, step, 'review');
  if (screen.kind !== 'field') return '';
  const { editor } = screen;
  const value = isEmptyEditor(editor) ? 'nothing' : spoken(editorSummary(editor, state.now));
  const issues = fieldIssues(state, screen).map((issue) => `\n   ${issueLine(issue)}`);
  return `${steps[step]?.label}: ${value}${issues.join('')}`;
}
