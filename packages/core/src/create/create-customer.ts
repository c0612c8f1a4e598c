import type { CreateContext } from './create-context.ts';
import { CreateRun, unanswered } from './create-run.ts';
import { decideByKey, mayExistUnderKey } from './idempotency.ts';
import type { Ledger } from './ledger.ts';
import type { Outcome } from './outcome.ts';
import { type Plan, planOutcome } from './plan.ts';

/** Automatic resends after 429. */
export const maxResends = 5;
/** Seconds to wait after 429 when HelpCrunch does not say: its limit counts by the minute (documented). */
const defaultWait = 60;

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
  const { account, ledger, idempotencyKey, isRow, signal } = context;
  let release = hold(ledger, plan.fingerprint);
  while (!release && idempotencyKey !== undefined) {
    await held.get(ledger)?.get(plan.fingerprint)?.promise;
    release = hold(ledger, plan.fingerprint);
  }
  if (!release) return unanswered(plan, context, [{ kind: 'in-flight' }]);
  try {
    const subject = { ...plan, idempotencyKey, isRow };
    for (;;) {
      const { connection } = account;
      const byKey = await decideByKey(plan, subject, { connection, ledger, signal });
      if (byKey.kind === 'outcome') return byKey.outcome;
      if (byKey.kind === 'refused') return unanswered(plan, context, [byKey.reason]);
      const outcome = await attempts(new CreateRun(plan, subject, context), context);
      // Another process may have begun the same one since the key was decided on: it is decided again.
      if (!isInFlight(outcome) || !(await mayExistUnderKey(ledger, subject))) return outcome;
    }
  } finally {
    release();
  }
}

async function attempts(run: CreateRun, context: CreateContext): Promise<Outcome> {
  for (let resend = 1; ; resend += 1) {
    const outcome = await run.attempt();
    if (outcome.outcome !== 'rate-limited' || resend > maxResends) return outcome;
    if (!context.pause || !(await waitToResend(outcome.retryAfter, resend, context))) return outcome;
  }
}

function isInFlight(outcome: Outcome): boolean {
  return (
    outcome.outcome === 'needs-confirmation' &&
    outcome.question.reasons.some(({ kind }) => kind === 'in-flight')
  );
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
