import { editorSummary } from '../../../editors/editor-summary.ts';
import { isEmptyEditor } from '../../../editors/editor-value.ts';
import type { Conversation } from '../../../render/lines/conversation.ts';
import { issueLine, viewLine } from '../../../render/lines/message-line.ts';
import type { Machine } from '../../../render/renderer.ts';
import { steps } from '../../steps.ts';
import type { ReviewScreen, WizardState } from '../../wizard-state.ts';
import { fieldIssues, openStep } from '../field/state.ts';
import { reviewRows } from './state.ts';
import { reviewNotes, rowLabel } from './view.ts';

/** What can be done with the whole customer; the numbers before are the fields'. */
const actions = reviewRows.filter(({ kind }) => kind !== 'field');

/** The whole customer, each field under the number that leads to it, and the ways on. */
export async function askReview(machine: Machine, talk: Conversation): Promise<'answered' | 'end'> {
  const { state } = machine;
  const { screen } = state;
  if (screen.kind !== 'review') return 'answered';
  talk.say('', 'Review. Write the number of what you want to change or do.', ...notesOf(state, screen));
  const choice = await talk.choose([
    ...steps.map((_, step) => fieldLines(state, step)),
    ...actions.map((row) => (row.kind === 'curl' ? 'Show it as curl' : rowLabel(state, row))),
    'Leave, and keep it as a draft',
  ]);
  if (choice.kind === 'end') return 'end';
  if (choice.kind === 'back') machine.dispatch({ kind: 'back' });
  else if (choice.index < steps.length) machine.dispatch({ kind: 'edit-field', step: choice.index });
  else {
    const row = actions[choice.index - steps.length];
    if (!row) return 'end';
    machine.dispatch({ kind: 'choose', index: reviewRows.indexOf(row) });
  }
  return 'answered';
}

function notesOf(state: WizardState, screen: ReviewScreen): readonly string[] {
  const notes = reviewNotes(state, { ...screen, selected: 0 });
  const isFree = state.lookUp?.result?.kind === 'checked' && notes.length === 0;
  return isFree ? ['Nobody has this userId or email yet.'] : notes.map(viewLine);
}

/** A field with its value, and below it what is to be said of that. */
function fieldLines(state: WizardState, step: number): string {
  const { screen } = openStep(state, step, 'review');
  if (screen.kind !== 'field') return '';
  const { editor } = screen;
  const value = isEmptyEditor(editor) ? 'nothing' : editorSummary(editor, state.now).replaceAll(' ↵ ', ' / ');
  const issues = fieldIssues(state, screen).map((issue) => `\n   ${issueLine(issue)}`);
  return `${steps[step]?.label}: ${value}${issues.join('')}`;
}
