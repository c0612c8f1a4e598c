import type { AccountKind, Check, CustomerDraft, Outcome, Refusal } from '@helpcrunch-customer-kit/core';
import type { Account } from '../account/account.ts';
import type { LiveKeys } from '../account/live-keys.ts';
import type { Progress } from '../drafts/draft-keeper.ts';
import type { LookUp } from '../wizard/wizard-state.ts';
import type { Conversation } from './conversation.ts';

/** Where the conversation is: a closed union. */
export type Stage =
  | { readonly kind: 'account' }
  | { readonly kind: 'field'; readonly step: number; readonly after: 'next' | 'review' }
  | { readonly kind: 'review' }
  | { readonly kind: 'send' }
  | { readonly kind: 'outcome'; readonly check: Check | undefined }
  | { readonly kind: 'end' };

/** Everything that is known so far. The account, and with it the key, shows itself in nothing that is written. */
export interface Session {
  readonly account: Account | undefined;
  /** The account that was meant, before it was opened: by a draft, or on the command line. */
  readonly meant: AccountKind | undefined;
  readonly draft: CustomerDraft;
  /** The last step that has been answered or skipped; -1 at the start. */
  readonly furthest: number;
  readonly refusals: readonly Refusal[];
  readonly lookUp: LookUp | undefined;
  readonly outcome: Outcome | undefined;
  readonly isSending: boolean;
}

/** Where the conversation goes on, and with what. */
export interface Turn {
  readonly session: Session;
  readonly stage: Stage;
}

/** What the world gives to a conversation. */
export interface AccessibleWorld {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly talk: Conversation;
  readonly liveKeys: LiveKeys;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Aborted when the program is to end. */
  readonly signal: AbortSignal;
  /** Told of every step forward. */
  readonly onSession: (session: Session) => void;
}

/** The part of it that a field is asked for with. */
export type FieldWorld = Pick<AccessibleWorld, 'talk' | 'now' | 'onSession'>;

export const ending: Stage = { kind: 'end' };

/** What a session holds that must not be lost. */
export function progressOfSession({
  account,
  meant,
  draft,
  furthest,
  outcome,
  isSending,
}: Session): Progress {
  return {
    account: account?.kind ?? meant,
    draft,
    furthest,
    isUnknown: isSending || outcome?.outcome === 'unknown',
    created: outcome?.outcome === 'created' ? outcome.request : undefined,
  };
}
