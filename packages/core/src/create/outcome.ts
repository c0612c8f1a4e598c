import type { NotSentReason, UncertainReason } from '../api/api-failure.ts';
import type { UnreadableReason } from '../api/read-body.ts';
import type { CreateCustomerPayload } from '../customer/draft.ts';
import type { JsonObject, JsonPointer } from '../customer/json.ts';
import type { Issue } from '../rules/rules.ts';
import type { Change } from './compare.ts';
import type { SentAttempt } from './evidence.ts';
import type { UnresolvedLookup } from './lookup.ts';
import type { Question, Reason } from './question.ts';

/** Whether this create made a customer. */
export type CustomerExists = 'yes' | 'no' | 'unknown';

/** Which request decided an outcome: the search before the create, or the create itself. */
export type Step = 'duplicate-check' | 'create';

interface OutcomeShape {
  readonly outcome: string;
  readonly customerExists: CustomerExists;
  /** Local issues, advice included, and HelpCrunch's refusals. */
  readonly issues: readonly Issue[];
  /** The body that was, or would be, sent. */
  readonly request?: CreateCustomerPayload;
  /** The entry in the ledger; missing when nothing was about to be sent, or nothing could be written. */
  readonly ledgerId?: string;
  /** What was asked about, and answered with "send". */
  readonly accepted?: readonly Reason[];
}

/** Any 201 with a customer, or a customer that a lookup found after the answer was lost. */
export interface Created extends OutcomeShape {
  readonly outcome: 'created';
  readonly customerExists: 'yes';
  readonly request: CreateCustomerPayload;
  /** `ledger`: created earlier under the same idempotency key, and not sent again. */
  readonly confirmedBy: 'answer' | 'lookup' | 'ledger';
  /** What HelpCrunch answered, untrusted; missing when it could not be read. */
  readonly customer?: JsonObject;
  readonly unreadable?: UnreadableReason | 'not-a-customer';
  /** Paths of what was sent and is not in the answer. */
  readonly dropped: readonly JsonPointer[];
  readonly changed: readonly Change[];
}

/** Our own errors: nothing was sent. */
export interface Invalid extends OutcomeShape {
  readonly outcome: 'invalid';
  readonly customerExists: 'no';
  /** What could be read, as it would have been sent. */
  readonly request: CreateCustomerPayload;
}

/** 400 or another definite 4xx. */
export interface Rejected extends OutcomeShape {
  readonly outcome: 'rejected';
  readonly customerExists: 'no';
  readonly request: CreateCustomerPayload;
  readonly status: number;
}

/** Another customer has the user ID: seen before sending, or refused and then confirmed by a lookup. */
export interface UserIdTaken extends OutcomeShape {
  readonly outcome: 'user-id-taken';
  readonly customerExists: 'no';
  readonly request: CreateCustomerPayload;
  readonly noticed: 'before-sending' | 'by-refusal';
  /** Who has it. */
  readonly holder: JsonObject;
  /** The entry of the ledger by which this machine created the holder, if it did. */
  readonly createdBy?: string;
}

/** HelpCrunch refused the key, or a usable key is missing. */
export interface Unauthorized extends OutcomeShape {
  readonly outcome: 'unauthorized';
  readonly customerExists: 'no';
  readonly reason: 'key-refused' | 'forbidden' | 'no-key';
  readonly status?: number;
  readonly step?: Step;
}

/** 401 or 403 from something in between, such as a firewall or a proxy: not HelpCrunch's own answer. */
export interface Blocked extends OutcomeShape {
  readonly outcome: 'blocked';
  readonly customerExists: 'no';
  readonly request: CreateCustomerPayload;
  readonly status: number;
  readonly step: Step;
}

/** 429. */
export interface RateLimited extends OutcomeShape {
  readonly outcome: 'rate-limited';
  readonly customerExists: 'no';
  readonly request: CreateCustomerPayload;
  readonly step: Step;
  /** Seconds that HelpCrunch asks to wait, when it says so. */
  readonly retryAfter: number | undefined;
}

/** Proof that the request never left. */
export interface NotSent extends OutcomeShape {
  readonly outcome: 'not-sent';
  readonly customerExists: 'no';
  readonly request: CreateCustomerPayload;
  readonly reason: Exclude<NotSentReason, 'aborted'>;
}

/** A question that may not be answered here: nothing was sent. */
export interface NeedsConfirmation extends OutcomeShape {
  readonly outcome: 'needs-confirmation';
  readonly customerExists: 'no';
  readonly request: CreateCustomerPayload;
  readonly question: Question;
}

export type UnknownReason =
  | UncertainReason
  | 'request-timeout'
  | 'server-error'
  | 'unexpected-status'
  | 'redirect'
  /** Sent earlier: under the same idempotency key, or as the ledger remembers it. */
  | 'sent-earlier'
  /** 201, but the body has errors and no id. */
  | 'created-with-errors'
  /** Refused, and yet the customer is there now, or may be: a proxy may have passed the request on twice. */
  | 'refused-but-found';

/** The customer may have been created: the answer was lost, or says neither yes nor no. */
export interface Unknown extends OutcomeShape {
  readonly outcome: 'unknown';
  readonly customerExists: 'unknown';
  readonly request: CreateCustomerPayload;
  readonly reason: UnknownReason;
  readonly status?: number;
  /** What is needed to look for it later. */
  readonly attempt: SentAttempt;
  /** What looking for it found so far; missing before the first lookup. */
  readonly lookup?: UnresolvedLookup;
}

/** Asked not to send. */
export interface DryRun extends OutcomeShape {
  readonly outcome: 'dry-run';
  readonly customerExists: 'no';
  readonly request: CreateCustomerPayload;
}

/** Canceled before the request began. */
export interface Cancelled extends OutcomeShape {
  readonly outcome: 'cancelled';
  readonly customerExists: 'no';
}

/** Everything that can come of a create: a closed union. */
export type Outcome =
  | Created
  | DryRun
  | Invalid
  | NeedsConfirmation
  | Rejected
  | UserIdTaken
  | Unauthorized
  | Blocked
  | RateLimited
  | NotSent
  | Unknown
  | Cancelled;

export type OutcomeName = Outcome['outcome'];
