import type { SavedDraft } from '../drafts/draft-store.ts';
import { unknownDraftAdvice } from '../drafts/draft-words.ts';
import type { InputEvent } from '../input/input-event.ts';
import { isKey } from '../input/is-key.ts';
import { moveSelection } from './menu.ts';
import { onAccountAsked } from './on-account.ts';
import { steps } from './steps.ts';
import { asking, staying, type Transition } from './transition.ts';
import type { ResumeScreen, WizardState } from './wizard-state.ts';

export function onResumeInput(state: WizardState, screen: ResumeScreen, event: InputEvent): Transition {
  const selected = moveSelection(screen.selected, screen.drafts.length + 1, event);
  if (selected !== undefined) return staying({ ...state, screen: { ...screen, selected } });
  if (isKey(event, 'back')) return asking(state, { kind: 'exit' });
  if (!isKey(event, 'submit')) return staying(state);
  const draft = screen.drafts[screen.selected];
  if (!draft) return onAccountAsked({ ...state, screen: accountScreen(state, undefined) });
  const next = onAccountAsked(resumed(state, draft));
  return asking(next.state, { kind: 'adopt-draft', draft }, ...next.effects);
}

/** The wizard with a draft taken up: at the choice of the account, where every start begins. */
export function resumed(
  state: WizardState,
  { draft, furthest, account, isUnknown, unread = [] }: SavedDraft,
): WizardState {
  return {
    ...state,
    // What was given besides goes before what was kept.
    draft: { ...draft, ...state.draft },
    furthest: Math.min(furthest, steps.length - 1),
    screen: accountScreen(state, account),
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
