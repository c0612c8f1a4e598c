import type {
  Answer,
  Created,
  DuplicateCheckResult,
  Outcome,
  Plan,
  Progress,
  Question,
  Unknown,
} from '@helpcrunch-customer-kit/core';
import type { SavedDraft } from '@helpcrunch-customer-kit/local';
import type { Intent } from '../input/intent.ts';
import type { WizardState } from './wizard-state.ts';

/** What can happen to the wizard: the person wants something, or something the wizard asked for has come back. */
export type WizardEvent =
  | Intent
  /** The wizard is there; once, before anything else. */
  | { readonly kind: 'started' }
  | { readonly kind: 'account-ready'; readonly canKeep?: boolean }
  | { readonly kind: 'key-searched'; readonly isFound: boolean; readonly note: string | undefined }
  | { readonly kind: 'account-refused'; readonly message: string }
  | { readonly kind: 'duplicates-checked'; readonly subject: string; readonly result: DuplicateCheckResult }
  | { readonly kind: 'asked'; readonly question: Question }
  | { readonly kind: 'progressed'; readonly progress: Progress }
  | { readonly kind: 'ended'; readonly outcome: Outcome }
  | { readonly kind: 'checked'; readonly outcome: Created | Unknown }
  /** Time has gone by. */
  | { readonly kind: 'tick' }
  /** The person's own editor was closed. */
  | { readonly kind: 'text-edited'; readonly text: string }
  | { readonly kind: 'noted'; readonly message: string };

/** The forms in which a customer can be copied. */
export type CopyForm = 'json' | 'curl' | 'command';

/** What the wizard asks the program to do. */
export type WizardEffect =
  | { readonly kind: 'adopt-draft'; readonly draft: SavedDraft }
  | { readonly kind: 'remove-draft'; readonly draft: SavedDraft }
  | { readonly kind: 'open-sandbox' }
  | { readonly kind: 'find-key' }
  | { readonly kind: 'keep-key' }
  | { readonly kind: 'open-live'; readonly pastedKey: string | undefined }
  | { readonly kind: 'check-duplicates'; readonly subject: string; readonly plan: Plan }
  | { readonly kind: 'create'; readonly plan: Plan }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'check' }
  | { readonly kind: 'stop-sending' }
  /** A tick after so many milliseconds. */
  | { readonly kind: 'tick-later'; readonly milliseconds: number }
  | { readonly kind: 'edit-text'; readonly text: string }
  /** Writes a text to copy, and offers it to the clipboard. */
  | { readonly kind: 'copy'; readonly form: CopyForm; readonly plan: Plan }
  | { readonly kind: 'copy-text'; readonly title: string; readonly text: string }
  /** Shows what the ledger has of a create. */
  | { readonly kind: 'show-entry'; readonly id: string }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'exit' };

/** The next state, and what the program is asked to do. */
export interface Transition {
  readonly state: WizardState;
  readonly effects: readonly WizardEffect[];
}

export function staying(state: WizardState): Transition {
  return { state, effects: [] };
}

export function asking(state: WizardState, ...effects: readonly WizardEffect[]): Transition {
  return { state, effects };
}
