import type { DraftList, SavedDraft } from '@helpcrunch-customer-kit/local';
import { draftTitle, noDraft, unknownDraftAdvice } from '../../drafts/draft-words.ts';
import type { Intent } from '../../input/intent.ts';
import { keyHints } from '../../input/key-bindings.ts';
import type { View } from '../../render/view.ts';
import { menuStep } from '../menu.ts';
import { asking, staying, type Transition } from '../wizard-event.ts';
import { type HistoryLine, type ResumeScreen, steps, type WizardState } from '../wizard-state.ts';
import { onAccountAsked } from './account.ts';

/** How many drafts are offered; older ones wait until these are done. */
const offered = 3;

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
  const told = notes.map((text): HistoryLine => ({ mark: 'advice', text }));
  const state = { ...fresh, history: [...fresh.history, ...told] };
  const [newest] = drafts;
  if (isResumeWanted) {
    return newest
      ? { state: resumed(state, newest), draft: newest }
      : {
          state: { ...state, history: [...state.history, { mark: 'advice', text: noDraft }] },
          draft: undefined,
        };
  }
  // What could not be read of a file is said already.
  const hasBrought = Object.keys(fresh.draft).length > 0 || fresh.history.length > 0;
  if (!newest || hasBrought) return { state, draft: undefined };
  const screen = { kind: 'resume', drafts: drafts.slice(0, offered), selected: 0 } as const;
  return { state: { ...state, screen }, draft: undefined };
}

export function onResumeIntent(state: WizardState, screen: ResumeScreen, intent: Intent): Transition {
  const step = menuStep(screen.selected, screen.drafts.length + 1, intent);
  if (step?.kind === 'select') return staying({ ...state, screen: { ...screen, selected: step.selected } });
  if (step?.kind !== 'choose') return staying(state);
  const draft = screen.drafts[step.index];
  if (!draft) return onAccountAsked({ ...state, screen: accountScreen(state, undefined) });
  const next = onAccountAsked(resumed(state, draft));
  return asking(next.state, { kind: 'adopt-draft', draft }, ...next.effects);
}

/** The wizard with a draft taken up: at the choice of the account, where every start begins. */
function resumed(
  state: WizardState,
  { draft, furthest, account, isUnknown, ledgerIds, unread = [] }: SavedDraft,
): WizardState {
  return {
    ...state,
    // What was given besides goes before what was kept.
    draft: { ...draft, ...state.draft },
    furthest: Math.min(furthest, steps.length - 1),
    screen: accountScreen(state, account),
    meant: account,
    mayExist: isUnknown,
    ledgerIds,
    unread: [...unread, ...state.unread],
    history: [
      ...state.history,
      ...(isUnknown ? [{ mark: 'advice', text: unknownDraftAdvice } as const] : []),
      ...unread.map(({ text }) => ({ mark: 'problem', text }) as const),
    ],
  };
}

function accountScreen({ live }: WizardState, account: SavedDraft['account']): WizardState['screen'] {
  const isLive = account === undefined ? live.hasKey : account === 'live';
  return { kind: 'account', selected: isLive ? 1 : 0 };
}

/** What was left behind, to go on with or to pass by. */
export function resumeView(state: WizardState, { drafts, selected }: ResumeScreen): View {
  return {
    history: state.history,
    title: 'Continue with a draft?',
    account: undefined,
    body: [
      ...drafts.map((draft) => ({ text: draftTitle(draft, state.now), tone: 'plain' }) as const),
      { text: 'Start a new customer', tone: 'plain' },
    ],
    selected,
    notes: [
      { text: 'A draft stays until its customer is created. --forget deletes all drafts.', tone: 'quiet' },
    ],
    keys: keyHints(['submit', 'choose'], 'up', 'quit'),
  };
}
