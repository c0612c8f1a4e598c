import type { DraftList, SavedDraft } from '../drafts/draft-store.ts';
import { noDraft } from '../drafts/draft-words.ts';
import { resumed } from './on-resume.ts';
import type { HistoryLine, WizardState } from './wizard-state.ts';

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
