import type { Connection } from '../api/connection.ts';
import type { SentAttempt } from './attempt.ts';
import { checkCustomer, settlementOf } from './check-customer.ts';
import { checkDuplicates, customerId, type DuplicateCheckResult } from './duplicate-check.ts';
import { judgeEarlier } from './earlier-creates.ts';
import { decideByKey } from './idempotency.ts';
import type { Ledger, LedgerSubject } from './ledger.ts';
import type { NeedsConfirmation, Outcome } from './outcome.ts';
import type { Pause } from './pause.ts';
import { type Plan, planOutcome } from './plan.ts';
import { type AccountLabel, type Ask, isFinal, mayDuplicate, type Reason, reasonKey } from './question.ts';
import { newAttempt, sendOnce } from './send.ts';
import { stopBeforeSending } from './stop-before-sending.ts';

/** How far a create is, for a face to show. */
export type Progress =
  | { readonly kind: 'checking-duplicates' }
  | { readonly kind: 'sending' }
  /** The answer was lost or ambiguous: the customer is looked for. */
  | { readonly kind: 'looking-up' }
  /** Rate limited: it is sent again at `until`, in milliseconds since 1970. */
  | {
      readonly kind: 'waiting';
      readonly until: number;
      readonly resend: number;
      readonly maxResends: number;
    };

export interface CreateContext {
  readonly account: AccountLabel & { readonly connection: Connection };
  /** The ledger of that account. */
  readonly ledger: Ledger;
  readonly ask: Ask;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Waits out rate limits with this, up to `maxResends` times; without it the first 429 is the outcome. */
  readonly pause?: Pause | undefined;
  /** For how long the same content is asked about, in milliseconds. */
  readonly repeatWindow?: number | undefined;
  /** A duplicate check of this customer that was just made; used instead of a new one while it is fresh. */
  readonly check?: { readonly result: DuplicateCheckResult; readonly at: number } | undefined;
  /** A name for this create, under which the customer is created once; see `decideByKey`. */
  readonly idempotencyKey?: string | undefined;
}

export const defaultRepeatWindow = 60_000;
/** Automatic resends after 429. */
export const maxResends = 5;
/** Seconds to wait after 429 when HelpCrunch does not say: its limit counts by the minute (documented). */
const defaultWait = 60;
/** Milliseconds after which a duplicate check is made again: who came since then would be taken for the one sent. */
const maxCheckAge = 5000;

/**
 * Creates a customer once: looks into the ledger, checks for duplicates, asks, writes ahead, sends, and looks again where
 * the answer was lost. Every way it can end is an outcome; it never throws, and sends a second time only after 429.
 *
 * @example
 * const plan = planCustomer(readCustomer({ name: 'Ada' }), { now: Date.now() });
 * const outcome = await createCustomer(plan, { account, ledger, ask: answerYes() });
 */
export async function createCustomer(plan: Plan, context: CreateContext): Promise<Outcome> {
  if (!plan.isReady) return planOutcome(plan);
  const { account, ledger, idempotencyKey, signal } = context;
  let release = hold(ledger, plan.fingerprint);
  while (!release && idempotencyKey !== undefined) {
    await held.get(ledger)?.get(plan.fingerprint)?.promise;
    release = hold(ledger, plan.fingerprint);
  }
  if (!release) return unanswered(plan, context, [{ kind: 'in-flight' }]);
  try {
    const subject = { ...plan, idempotencyKey };
    const byKey = await decideByKey(plan, subject, { connection: account.connection, ledger, signal });
    if (byKey.kind === 'outcome') return byKey.outcome;
    if (byKey.kind === 'refused') return unanswered(plan, context, [byKey.reason]);
    const run = new CreateRun(plan, subject, context);
    for (let resend = 1; ; resend += 1) {
      const outcome = await run.attempt();
      if (outcome.outcome !== 'rate-limited' || resend > maxResends) return outcome;
      if (!context.pause || !(await waitToResend(outcome.retryAfter, resend, context))) return outcome;
    }
  } finally {
    release();
  }
}

/** Seconds to wait after a 429: as long as HelpCrunch asks, but at least one second. */
export function rateLimitWait(retryAfter: number | undefined): number {
  return Math.max(retryAfter ?? defaultWait, 1);
}

/** False when it was canceled. */
async function waitToResend(
  retryAfter: number | undefined,
  resend: number,
  { account, pause, onProgress, signal }: CreateContext,
): Promise<boolean> {
  const milliseconds = rateLimitWait(retryAfter) * 1000;
  onProgress?.({ kind: 'waiting', until: account.connection.now() + milliseconds, resend, maxResends });
  await pause?.(milliseconds, signal);
  return signal?.aborted !== true;
}

const held = new WeakMap<Ledger, Map<string, PromiseWithResolvers<void>>>();

/** Keeps the same content from being created twice at once in this process, from before the first question on. */
function hold(ledger: Ledger, fingerprint: string): (() => void) | undefined {
  const running = held.get(ledger) ?? new Map<string, PromiseWithResolvers<void>>();
  held.set(ledger, running);
  if (running.has(fingerprint)) return undefined;
  const done = Promise.withResolvers<void>();
  running.set(fingerprint, done);
  return () => {
    running.delete(fingerprint);
    done.resolve();
  };
}

function unanswered(plan: Plan, { account }: CreateContext, reasons: readonly Reason[]): NeedsConfirmation {
  const { issues, request } = plan;
  const { kind, label, host } = account;
  const question = {
    account: { kind, label, host },
    request,
    issues,
    reasons,
    mayDuplicate: reasons.some(mayDuplicate),
  };
  return { outcome: 'needs-confirmation', customerExists: 'no', issues, request, question };
}

/** One create through all of its attempts: what was consented to and what was sent so far. */
class CreateRun {
  readonly #plan: Plan;
  readonly #subject: LedgerSubject;
  readonly #context: CreateContext;
  readonly #accepted = new Map<string, Reason>();
  readonly #sent: SentAttempt[] = [];
  #hasConsent = false;
  #ledgerId: string | undefined;
  #check: CreateContext['check'];

  constructor(plan: Plan, subject: LedgerSubject, context: CreateContext) {
    this.#plan = plan;
    this.#subject = subject;
    this.#context = context;
    this.#check = context.check;
  }

  /** From the duplicate check to the outcome of one request, or of none. */
  async attempt(): Promise<Outcome> {
    const { account, ledger, signal } = this.#context;
    const { connection } = account;
    for (;;) {
      const check = await this.#duplicateCheck();
      const earlier = await judgeEarlier(this.#plan, check, this.#sent, {
        subject: this.#subject,
        connection,
        ledger,
        signal,
        ownId: this.#ledgerId,
        repeatWindow: this.#context.repeatWindow ?? defaultRepeatWindow,
      });
      if (earlier.created) return this.#finished(earlier.created);
      if (earlier.reasons.some(isFinal)) return unanswered(this.#plan, this.#context, earlier.reasons);
      const stopped = stopBeforeSending(this.#plan, check);
      if (stopped) return this.#finished(withCreator(stopped, earlier.createdIds));

      const askedAt = connection.now();
      const refused = await this.#consent([...earlier.reasons, ...duplicateReasons(check)]);
      if (refused) return refused;
      if (connection.now() - askedAt > maxCheckAge) continue;

      const attempt = newAttempt(this.#plan, check, connection.now());
      const begun = await ledger.begin(this.#subject, attempt, { known: earlier.known, id: this.#ledgerId });
      if (begun.kind === 'conflict') continue;
      if (begun.kind === 'began') this.#ledgerId = begun.id;
      else {
        const declined = await this.#consent([{ kind: 'ledger-not-writable', problem: begun.problem }]);
        if (declined) return declined;
      }
      return this.#send(attempt, earlier.attempts);
    }
  }

  async #duplicateCheck(): Promise<DuplicateCheckResult> {
    const { account, onProgress, signal } = this.#context;
    const given = this.#check;
    this.#check = undefined;
    if (given && account.connection.now() - given.at <= maxCheckAge) return given.result;
    onProgress?.({ kind: 'checking-duplicates' });
    return checkDuplicates(account.connection, this.#plan.request, { signal });
  }

  /** Asks about what was not accepted yet; the outcome when the answer is anything but "send". */
  async #consent(reasons: readonly Reason[]): Promise<Outcome | undefined> {
    const fresh = reasons.filter((reason) => !this.#accepted.has(reasonKey(reason)));
    if (this.#hasConsent && fresh.length === 0) return undefined;
    const open = unanswered(this.#plan, this.#context, fresh);
    const answer = await this.#context.ask(open.question);
    if (answer.kind === 'unanswered') return open;
    const { issues, request } = this.#plan;
    if (answer.kind === 'cancel' || this.#context.signal?.aborted) {
      return this.#finished({ outcome: 'cancelled', customerExists: 'no', issues, request });
    }
    this.#hasConsent = true;
    for (const reason of fresh) this.#accepted.set(reasonKey(reason), reason);
    return undefined;
  }

  async #send(attempt: SentAttempt, earlier: readonly SentAttempt[]): Promise<Outcome> {
    const { account, onProgress, signal, ledger } = this.#context;
    const { connection } = account;
    onProgress?.({ kind: 'sending' });
    const sent = await sendOnce(this.#plan, connection, { attempt, earlier, signal });
    this.#sent.push(attempt);
    let outcome = this.#finished(sent);
    if (this.#ledgerId !== undefined) {
      const settlement =
        outcome.outcome === 'created'
          ? settlementOf(outcome, connection.now())
          : { state: outcome.outcome, at: connection.now() };
      await ledger.settle(this.#ledgerId, settlement);
    }
    if (outcome.outcome === 'unknown' && outcome.reason !== 'cancelled') {
      onProgress?.({ kind: 'looking-up' });
      const { draft } = this.#plan;
      outcome = await checkCustomer(outcome, { connection, ledger, draft, signal });
    }
    return outcome;
  }

  #finished<Any extends Outcome>(outcome: Any): Any {
    const accepted = [...this.#accepted.values()];
    return {
      ...outcome,
      ...(this.#ledgerId === undefined || outcome.ledgerId ? {} : { ledgerId: this.#ledgerId }),
      ...(accepted.length === 0 ? {} : { accepted }),
    };
  }
}

function duplicateReasons(check: DuplicateCheckResult): Reason[] {
  if (check.kind !== 'checked') return [{ kind: 'not-checked', failure: check }];
  const { customers = [], complete = true } = check.byEmail ?? {};
  return customers.length === 0 ? [] : [{ kind: 'email-used', customers, isComplete: complete }];
}

/** Names our own ledger entry where the holder of a taken user ID was created by this machine. */
function withCreator(outcome: Outcome, createdIds: ReadonlyMap<string, string>): Outcome {
  if (outcome.outcome !== 'user-id-taken') return outcome;
  const createdBy = createdIds.get(customerId(outcome.holder) ?? '');
  return createdBy === undefined ? outcome : { ...outcome, createdBy };
}
