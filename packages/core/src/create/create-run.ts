import type { CreateContext } from './create-context.ts';
import { checkDuplicates, customerId, type DuplicateCheckResult, userIdHolders } from './duplicate-check.ts';
import { classifyEarlier } from './earlier-creates.ts';
import type { SentAttempt } from './evidence.ts';
import type { LedgerSubject } from './ledger.ts';
import { checkCustomer, settleCreated } from './look-again.ts';
import type { NeedsConfirmation, Outcome } from './outcome.ts';
import type { Plan } from './plan.ts';
import { isFinal, mayDuplicate, type Reason, reasonKey } from './question.ts';
import { keyRefused, newAttempt, sendOnce } from './send.ts';

export const defaultRepeatWindow = 60_000;
/** Milliseconds after which a duplicate check is made again: who came since then would be taken for the one sent. */
const maxCheckAge = 5000;

/** One create through all of its attempts: what was consented to and what was sent so far. */
export class CreateRun {
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
      const earlier = await classifyEarlier(this.#plan, check, this.#sent, {
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
        const declined = await this.#consent([{ kind: 'ledger-not-writable', message: begun.message }]);
        if (declined) return declined;
      }
      return this.#send(attempt, earlier.attempts);
    }
  }

  async #duplicateCheck(): Promise<DuplicateCheckResult> {
    const { account, onProgress, signal } = this.#context;
    const given = this.#check;
    this.#check = undefined;
    const { at = 0, maxAge = maxCheckAge } = given ?? {};
    if (given && account.connection.now() - at <= maxAge) return given.result;
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
    onProgress?.({
      kind: 'sending',
      ...(this.#ledgerId === undefined ? {} : { ledgerId: this.#ledgerId }),
    });
    const sent = await sendOnce(this.#plan, connection, { attempt, earlier, signal });
    this.#sent.push(attempt);
    let outcome = this.#finished(sent);
    if (this.#ledgerId !== undefined) {
      const at = connection.now();
      if (outcome.outcome === 'created') await settleCreated(ledger, this.#ledgerId, outcome, at);
      else await ledger.settle(this.#ledgerId, { state: outcome.outcome, at, ...refusalOf(outcome) });
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

function refusalOf(outcome: Outcome): { readonly wasRefused?: true } {
  return outcome.outcome === 'unknown' && outcome.attempt.wasRefused ? { wasRefused: true } : {};
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

/** The outcome of a question that stays open. */
export function unanswered(
  plan: Plan,
  { account }: CreateContext,
  reasons: readonly Reason[],
): NeedsConfirmation {
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

/**
 * The outcome when the duplicate check shows that sending would be refused, or cannot work: the user ID is taken, the
 * key is refused, too many requests, or nothing can be reached. `undefined` to go on: a check that failed in any other
 * way says nothing about the create.
 */
export function stopBeforeSending(
  { issues, request }: Pick<Plan, 'issues' | 'request'>,
  check: DuplicateCheckResult,
): Outcome | undefined {
  const common = { customerExists: 'no', issues, request } as const;
  switch (check.kind) {
    case 'checked': {
      const [holder] = request.userId === undefined ? [] : userIdHolders(check, request.userId);
      return holder && { ...common, outcome: 'user-id-taken', noticed: 'before-sending', holder };
    }
    case 'refused': {
      const { status, retryAfter, byHelpCrunch } = check;
      const step = 'duplicate-check';
      if (status === 429) return { ...common, outcome: 'rate-limited', retryAfter, step };
      if (status !== 401 && status !== 403) return undefined;
      if (!byHelpCrunch) return { ...common, outcome: 'blocked', status, step };
      // 403 may be about searching alone; the answer to the create decides.
      return status === 401 ? keyRefused({ issues, request }, status, step) : undefined;
    }
    case 'not-sent':
      return check.reason === 'aborted'
        ? { ...common, outcome: 'cancelled' }
        : { ...common, outcome: 'not-sent', reason: check.reason };
    case 'uncertain':
      return check.reason === 'cancelled' ? { ...common, outcome: 'cancelled' } : undefined;
    case 'unreadable':
      return undefined;
    default: {
      const unreachable: never = check;
      return unreachable;
    }
  }
}
