import type { CreateCustomerPayload } from '../customer/customer-payload.ts';
import type { JsonPointer } from '../customer/json-pointer.ts';
import type { JsonObject } from '../customer/json-value.ts';
import type { LocalIssue } from '../validation/validate-customer.ts';
import type { NotSentReason, UncertainReason } from './api-failure.ts';
import type { Change } from './compare-answer.ts';
import type { UnreadableReason } from './read-body.ts';
import type { Refusal } from './refusal.ts';

/** A problem, found here or named by HelpCrunch, at its place in what the person wrote. */
export type Issue = LocalIssue | Refusal;

/** Whether this create made a customer. */
export type CustomerExists = 'yes' | 'no' | 'unknown';

interface OutcomeShape {
  readonly outcome: string;
  readonly customerExists: CustomerExists;
  /** Local findings, advice included, and HelpCrunch's refusals. */
  readonly issues: readonly Issue[];
  /** The body that was, or would be, sent. */
  readonly request?: CreateCustomerPayload;
}

/** Any 201, or a customer that a look-up found after the answer was lost. */
export interface Created extends OutcomeShape {
  readonly outcome: 'created';
  readonly customerExists: 'yes';
  readonly request: CreateCustomerPayload;
  readonly confirmedBy: 'answer' | 'look-up';
  /** What HelpCrunch answered, untrusted; missing when it could not be read. */
  readonly customer?: JsonObject;
  readonly unreadable?: UnreadableReason;
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

/** Another customer has the userId: seen before sending, or refused and then confirmed by a look-up. */
export interface UserIdTaken extends OutcomeShape {
  readonly outcome: 'user-id-taken';
  readonly customerExists: 'no';
  readonly request: CreateCustomerPayload;
  readonly noticed: 'before-sending' | 'by-refusal';
  /** Who has it. */
  readonly holder: JsonObject;
}

/** 401, 403, or no usable key. */
export interface Unauthorized extends OutcomeShape {
  readonly outcome: 'unauthorized';
  readonly customerExists: 'no';
  readonly reason: 'key-refused' | 'forbidden' | 'no-key';
}

/** 429. */
export interface RateLimited extends OutcomeShape {
  readonly outcome: 'rate-limited';
  readonly customerExists: 'no';
  readonly request: CreateCustomerPayload;
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

export type UnknownReason =
  | UncertainReason
  | 'request-timeout'
  | 'server-error'
  | 'unexpected-status'
  | 'redirect'
  /** The userId was refused as taken, and nothing shows that it was taken by somebody else. */
  | 'refused-as-taken';

/** The customer may have been created: the answer was lost, or says neither yes nor no. */
export interface Unknown extends OutcomeShape {
  readonly outcome: 'unknown';
  readonly customerExists: 'unknown';
  readonly request: CreateCustomerPayload;
  readonly reason: UnknownReason;
  readonly status?: number;
  /** When the request began, in milliseconds since 1970. */
  readonly sentAt: number;
}

/** Asked not to send. */
export interface DryRun extends OutcomeShape {
  readonly outcome: 'dry-run';
  readonly customerExists: 'no';
  readonly request: CreateCustomerPayload;
}

/** Cancelled before the request began. */
export interface Cancelled extends OutcomeShape {
  readonly outcome: 'cancelled';
  readonly customerExists: 'no';
}

/** Everything that can come of a create: a closed union. */
export type Outcome =
  | Created
  | Invalid
  | Rejected
  | UserIdTaken
  | Unauthorized
  | RateLimited
  | NotSent
  | Unknown
  | DryRun
  | Cancelled;

export type OutcomeName = Outcome['outcome'];
