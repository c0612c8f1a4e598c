import { customerName, type JsonObject } from '@helpcrunch-customer-kit/core';
import type { DraftList, SavedDraft } from '@helpcrunch-customer-kit/local';
import { draftDetails, draftRows, noDraft, unknownDraftAdvice } from '../../drafts/draft-messages.ts';
import { editorSummary, openEditor } from '../../editors/editor.ts';
import { type Intent, menuStep } from '../../input/intent.ts';
import { keyBindings, keyHints } from '../../input/key-bindings.ts';
import { firstInSight } from '../../render/layout.ts';
import { frameWidth, gutterWidth, type Size, type View, type ViewLine } from '../../render/view.ts';
import { asking, staying, type Transition } from '../wizard-event.ts';
import { type HistoryLine, type ResumeScreen, steps, type WizardState } from '../wizard-state.ts';
import { noWayBack, onAccountAsked } from './account.ts';
import { questionDelay } from './question.ts';

export interface WizardBeginning {
  readonly state: WizardState;
  /** The draft that the wizard goes on with from the start. */
  readonly draft: SavedDraft | undefined;
}

/**
 * Begins with what was left behind: the newest draft when that was asked for, or the choice between drafts. Someone who
 * has filled something in has come for another customer.
 */
export function beginWith(
  fresh: WizardState,
  { drafts, notes }: DraftList,
  isResumeWanted: boolean,
): WizardBeginning {
  const reported = notes.map((text): HistoryLine => ({ mark: 'advice', text }));
  const state = { ...fresh, history: [...fresh.history, ...reported] };
  const [newest] = drafts;
  if (isResumeWanted) {
    return newest
      ? { state: resumed(state, newest), draft: newest }
      : {
          state: { ...state, history: [...state.history, { mark: 'advice', text: noDraft }] },
          draft: undefined,
        };
  }
  // What could not be read of a file is reported already.
  const hasBrought = Object.keys(fresh.draft).length > 0 || fresh.history.length > 0;
  if (!newest || hasBrought) return { state, draft: undefined };
  const screen = { kind: 'resume', drafts, selected: 0 } as const;
  return { state: { ...state, screen }, draft: undefined };
}

export function onResumeIntent(state: WizardState, screen: ResumeScreen, intent: Intent): Transition {
  const { drafts } = screen;
  if (intent.kind === 'remove-item') return remove(state, screen, intent.index ?? screen.selected);
  const step = menuStep(screen.selected, drafts.length + 1, intent);
  if (step?.kind === 'back')
    return staying({ ...state, screen: { ...screen, isRemoving: false, isAtStart: true } });
  const { selected } = step?.kind === 'select' ? step : screen;
  if (step?.kind !== 'choose') return staying({ ...state, screen: { kind: 'resume', drafts, selected } });
  const draft = drafts[step.index];
  if (!draft) return onAccountAsked({ ...state, screen: accountScreen(state, undefined) });
  const next = onAccountAsked(resumed(state, draft));
  return asking(next.state, { kind: 'adopt-draft', draft }, ...next.effects);
}

/** A draft is gone for good, so Delete has to be pressed twice. */
function remove(state: WizardState, screen: ResumeScreen, index: number): Transition {
  const draft = screen.drafts[index];
  if (!draft) return staying(state);
  const armedAt = state.now + questionDelay;
  if (state.now < (screen.armedAt ?? 0)) return staying({ ...state, screen: { ...screen, armedAt } });
  if (!screen.isRemoving || screen.selected !== index) {
    return staying({ ...state, screen: { ...screen, selected: index, isRemoving: true, isAtStart: false } });
  }
  const drafts = screen.drafts.toSpliced(index, 1);
  const effect = { kind: 'remove-draft', draft } as const;
  const text = `Deleted the draft of ${customerName(draft.draft as JsonObject)}.`;
  const next: WizardState = { ...state, history: [...state.history, { mark: 'plain', text }] };
  if (drafts.length > 0) {
    const selected = Math.min(index, drafts.length - 1);
    return asking({ ...next, screen: { kind: 'resume', drafts, selected, armedAt } }, effect);
  }
  const begun = onAccountAsked({ ...next, screen: accountScreen(state, undefined) });
  return asking(begun.state, effect, ...begun.effects);
}

/** The wizard with a draft taken up: at the choice of the account, where every start begins. */
function resumed(
  state: WizardState,
  { draft, furthest, account, isUnknown, ledgerIds, unread = [] }: SavedDraft,
): WizardState {
  // What was given besides goes before what was kept.
  const whole = { ...draft, ...state.draft };
  return {
    ...state,
    draft: whole,
    furthest: Math.min(furthest, steps.length - 1),
    screen: accountScreen(state, account),
    meant: account,
    mayExist: isUnknown,
    ledgerIds,
    unread: [...unread, ...state.unread],
    history: [
      ...state.history,
      ...steps.slice(0, furthest + 1).flatMap((field): HistoryLine[] => {
        const text = editorSummary(openEditor(field, whole), state.now);
        return text === '' ? [] : [{ mark: 'plain', label: field.label, text }];
      }),
      ...(isUnknown ? [{ mark: 'advice', text: unknownDraftAdvice } as const] : []),
      ...unread.map(({ text }) => ({ mark: 'error', text }) as const),
    ],
  };
}

function accountScreen({ live }: WizardState, account: SavedDraft['account']): WizardState['screen'] {
  const isLive = account === undefined ? live.hasKey : account === 'live';
  return { kind: 'account', selected: isLive ? 1 : 0 };
}

/** What was left behind, to go on with or to pass by: all of it, in as many rows as there are. */
export function resumeView(state: WizardState, screen: ResumeScreen, size: Size): View {
  const { drafts, selected } = screen;
  const all = [...draftRows(drafts, state.now, frameWidth(size) - gutterWidth - 2), 'Start a new customer'];
  const room = Math.max(3, size.rows - 7);
  const first = firstInSight(selected, all.length, room);
  return {
    history: state.history,
    title: `Continue with a draft?${all.length > room ? ` (row ${selected + 1} of ${all.length})` : ''}`,
    account: undefined,
    body: all.slice(first, first + room).map((text) => ({ text, tone: 'plain' })),
    selected: selected - first,
    notes: [resumeNote(screen)],
    keys:
      selected < drafts.length
        ? keyHints(['submit', 'open'], 'removeItem', 'up')
        : keyHints(['submit', 'choose'], 'up', 'quit'),
  };
}

/** What to know of the selected draft: what the table has no room for, and what becomes of it. */
function resumeNote({ drafts, selected, isRemoving, isAtStart }: ResumeScreen): ViewLine {
  const chosen = drafts[selected];
  if (isAtStart) return noWayBack;
  if (!chosen) {
    return { text: 'A draft stays until its customer is created, or until you delete it.', tone: 'quiet' };
  }
  if (isRemoving) {
    const name = customerName(chosen.draft as JsonObject);
    const text = `Press ${keyBindings.removeItem.shown} again to delete the draft of ${name}.`;
    return { text, tone: 'advice' };
  }
  return { text: draftDetails(chosen), tone: 'quiet' };
}
