import { issueMessage, isWithin } from '@helpcrunch-customer-kit/core';
import { editorSummary } from '../../../editors/editor-summary.ts';
import { isEmptyEditor, withEditorValue } from '../../../editors/editor-value.ts';
import { steps } from '../../steps.ts';
import type { FieldScreen, HistoryLine, WizardState } from '../../wizard-state.ts';
import { fieldIssues, isChanged } from './state.ts';

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

function answered(state: WizardState, screen: FieldScreen): HistoryLine[] {
  // Passing by an answer once more is no news.
  if (screen.step <= state.furthest && !isChanged(state, screen)) return [];
  const label = steps[screen.step]?.label ?? '';
  if (isEmptyEditor(screen.editor)) {
    const words = isChanged(state, screen) ? 'left out' : 'skipped';
    return [{ mark: 'skipped', text: `${label}  ${words}`, isEcho: true }];
  }
  const advice = fieldIssues(state, screen).map(
    (issue): HistoryLine => ({ mark: 'advice', text: issueMessage(issue) }),
  );
  const summary = editorSummary(screen.editor, state.now);
  return [{ mark: 'done', text: `${label}  ${summary}`, isEcho: true }, ...advice];
}
