import {
  type AccountKind,
  type CustomerDraft,
  type CustomerFieldKey,
  type CustomerFieldRow,
  customerFields,
  type DuplicateCheckResult,
  type Outcome,
  type Plan,
  type Progress,
  type Question,
  type ReadCustomer,
  type Refusal,
} from '@helpcrunch-customer-kit/core';
import type { SavedDraft, UnreadField } from '@helpcrunch-customer-kit/local';
import type { LiveAccess } from '../account/live-account.ts';
import type { Editor } from '../editors/editor.ts';
import type { Line } from '../input/edit-line.ts';

/** What is on the screen: a closed union. */
export type Screen =
  | ResumeScreen
  | KeepKeyScreen
  | AccountScreen
  | KeyScreen
  | FieldScreen
  | ReviewScreen
  | SendingScreen
  | QuestionScreen
  | WaitingScreen
  | CheckingScreen
  | OutcomeScreen
  | PastedScreen
  | HelpScreen;

export interface AccountScreen {
  readonly kind: 'account';
  readonly selected: number;
  readonly message?: string;
  /** An account was chosen; what comes of it is on its way. */
  readonly isOpening?: boolean;
  /** Esc was pressed, where nothing is to go back to. */
  readonly isAtStart?: boolean;
}

export interface KeyScreen {
  readonly kind: 'key';
  readonly line: Line;
  readonly message?: string;
  /** A key was handed over; what comes of it is on its way, since then, in milliseconds since 1970. */
  readonly isOpening?: boolean;
  readonly since?: number;
}

/** A pasted key can be used: is it to be kept? */
export interface KeepKeyScreen {
  readonly kind: 'keep-key';
  readonly selected: number;
}

/** Drafts that were left behind, and below them the way past them. */
export interface ResumeScreen {
  readonly kind: 'resume';
  readonly drafts: readonly SavedDraft[];
  readonly selected: number;
  /** Delete was pressed on the selected draft: pressed once more, the draft is gone. */
  readonly isRemoving?: boolean;
  /** A draft was deleted: until then, in milliseconds since 1970, Delete counts as the same key held down. */
  readonly armedAt?: number;
  readonly isAtStart?: boolean;
}

export interface FieldScreen {
  readonly kind: 'field';
  readonly step: number;
  readonly editor: Editor;
  /** Problems show from the first refused Enter on, and from then on live. */
  readonly showErrors: boolean;
  /** What there is to know of what came in last, a sentence each; gone with the next key. */
  readonly notes: readonly string[];
  /**
   * Where Enter leads: on through the fields, back to the review that this field was opened from, or to the next field
   * that has to be fixed.
   */
  readonly then: 'next' | 'review' | 'wrong';
}

export interface ReviewScreen {
  readonly kind: 'review';
  /** What is shown, and sent from here. */
  readonly plan: Plan;
  readonly selected: number;
  /** What came of the last action; gone once another row is selected. */
  readonly message?: string;
  /** The last action has printed something above, which is to stay in sight. */
  readonly isPrinted?: boolean;
}

export interface OutcomeScreen {
  readonly kind: 'outcome';
  readonly outcome: Outcome;
  readonly selected: number;
  /** How often the customer was looked for since it was sent, and when last, in milliseconds since 1970. */
  readonly lookups?: { readonly count: number; readonly at: number };
  /** The last action has printed something above, which is to stay in sight. */
  readonly isPrinted?: boolean;
}

/** A create under way, up to its outcome. */
export interface SendingScreen {
  readonly kind: 'sending';
  readonly phase: 'starting' | Exclude<Progress['kind'], 'waiting'>;
  readonly stopping: boolean;
  /** When the phase began, in milliseconds since 1970. */
  readonly since: number;
}

/** What has to be answered before a customer is sent. */
export interface QuestionScreen {
  readonly kind: 'question';
  readonly question: Question;
  readonly selected: number;
  /** From then on a key counts as an answer, in milliseconds since 1970. */
  readonly armedAt: number;
}

/** Looking whether a customer exists whose answer was lost. */
export interface CheckingScreen {
  readonly kind: 'checking';
  /** When it began, in milliseconds since 1970. */
  readonly since: number;
  /** How often it was looked for before. */
  readonly lookups: number;
}

/** After 429, until the moment at which it is sent again, in milliseconds since 1970. */
export interface WaitingScreen {
  readonly kind: 'waiting';
  readonly until: number;
  readonly resend: number;
  readonly maxResends: number;
  /** The person does not want to wait: back to the review, as soon as the create has ended. */
  readonly isLeaving: boolean;
}

/** A whole customer was pasted, or stands `isOnLine` of a field: is it to be filled in? */
export interface PastedScreen {
  readonly kind: 'pasted';
  readonly customer: ReadCustomer;
  readonly text: string;
  readonly isOnLine: boolean;
  /** It came with what HelpCrunch sets itself. */
  readonly isResponse: boolean;
  readonly selected: number;
  readonly under: Screen;
}

export interface HelpScreen {
  readonly kind: 'help';
  /** The first line that is shown. */
  readonly first: number;
  readonly under: Screen;
}

/** A duplicate check, and the identity that it was made for. */
export interface ShownDuplicateCheck {
  readonly subject: string;
  readonly result: DuplicateCheckResult | undefined;
}

/** A line that has scrolled up: an answered field, or something that happened. */
export interface HistoryLine {
  readonly mark: 'done' | 'error' | 'advice' | 'plain';
  /** What the text is the value of: the line is a row of the record. Empty where it belongs to the row before. */
  readonly label?: string;
  readonly text: string;
  /** It only repeats what the person entered: line mode, where that stays in sight anyway, leaves it out. */
  readonly isEcho?: boolean;
}

/** Everything the wizard knows. It never holds a key for longer than the key is being typed. */
export interface WizardState {
  readonly screen: Screen;
  /** The account that the command line has named: it is not asked for. */
  readonly given: AccountKind | undefined;
  readonly account: AccountKind | undefined;
  /** The account that the customer is meant for: once a live one was, trying it in the sandbox does not change that. */
  readonly meant: AccountKind | undefined;
  /** The customer was sent to a live account, by this run or by another, and may have been created. */
  readonly mayExist: boolean;
  /** The entries of the ledger that may say so. */
  readonly ledgerIds: readonly string[];
  /** Which customer of this run it is, counted up. */
  readonly customer: number;
  readonly live: LiveAccess;
  /** The address of a running sandbox; `undefined` for the one in this process, which nothing else can reach. */
  readonly sandboxUrl: string | undefined;
  readonly draft: CustomerDraft;
  /** The last step that has been answered or skipped; -1 at the start. */
  readonly furthest: number;
  /** What is in fields that were left without being committed. */
  readonly unfinished: Partial<Readonly<Record<CustomerFieldKey, Editor>>>;
  /** HelpCrunch's refusals of fields that have not been changed since. */
  readonly refusals: readonly Refusal[];
  /** What could not be read of a file or a paste, and has not been asked for since. */
  readonly unread: readonly UnreadField[];
  readonly duplicateCheck: ShownDuplicateCheck | undefined;
  /** What was sent last, to send it again as it was. */
  readonly sent: Plan | undefined;
  readonly history: readonly HistoryLine[];
  /** The last outcome, which decides the exit code. */
  readonly outcome: Outcome | undefined;
  /** Where that came of it. */
  readonly outcomeAccount: AccountKind | undefined;
  /** Another customer was begun since, even where it is still what was sent last, value by value. */
  readonly isAnother: boolean;
  /** The terminal's, as of the last event. */
  readonly size: { readonly columns: number; readonly rows: number };
  /** Milliseconds since 1970, as of the last event: the rules look at it. */
  readonly now: number;
}

/** The questions of the wizard, from core's table and in its order. */
export const steps: readonly CustomerFieldRow[] = customerFields;

export function stepIndex(key: string): number {
  return steps.findIndex((step) => step.key === key);
}
