import {
  answerApproved,
  answerYes,
  type CreateResult,
  createCustomer,
  createResult,
  outcomeTraits,
  type Plan,
  planCustomer,
  readCustomer,
} from '@helpcrunch-customer-kit/core';
import type { PlannedCustomer, StoredPlan } from '@helpcrunch-customer-kit/local';
import type { OpenAccount, Session } from '../session.ts';

/** How far a job is. */
export interface JobProgress {
  readonly done: number;
  readonly total: number;
  /** Of the creates whose requests have left. */
  readonly ledgerIds: readonly string[];
  readonly results: readonly (CreateResult | null)[];
}

export type JobEnd =
  | { readonly kind: 'ended'; readonly results: readonly (CreateResult | null)[] }
  /** Other customers were sent under the same request key. */
  | { readonly kind: 'key-reused' }
  /** Another version of this program reads the customers of the plan in another way. */
  | { readonly kind: 'outdated' };

/** A job that runs in this process, whatever becomes of the call that began it. */
export interface RunningJob {
  readonly end: Promise<JobEnd>;
  readonly progress: JobProgress;
  /** False while another process has the job. */
  readonly hasBegun: boolean;
  /** Called after each customer until the returned function is called. */
  watch(listener: (progress: JobProgress) => void): () => void;
}

/** The jobs of this process: one call that is repeated finds the job that the first one began. */
export function createJobRunner(session: Session) {
  const running = new Map<string, RunningJob>();

  function start(name: string, plan: StoredPlan, opened: OpenAccount): RunningJob {
    const listeners = new Set<(progress: JobProgress) => void>();
    let progress: JobProgress = { done: 0, total: plan.customers.length, ledgerIds: [], results: [] };
    const report = (change: Partial<JobProgress>) => {
      progress = { ...progress, ...change };
      for (const listener of listeners) listener(progress);
    };
    let hasBegun = false;
    const begin = () => {
      hasBegun = true;
    };
    const job: RunningJob = {
      end: carryOut(name, plan, { session, opened, begin, report, progress: () => progress }).finally(() =>
        running.delete(name),
      ),
      get hasBegun() {
        return hasBegun;
      },
      get progress() {
        return progress;
      },
      watch(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    // A call may have stopped waiting for it.
    job.end.catch(() => {});
    running.set(name, job);
    return job;
  }

  return {
    find: (name: string) => running.get(name),
    start,
    /** Waits for the customer that each job is sending now; not for jobs of other processes, however long those take. */
    async idle() {
      const begun = [...running.values()].filter(({ hasBegun }) => hasBegun);
      await Promise.allSettled(begun.map(({ end }) => end));
    },
  };
}

export type JobRunner = ReturnType<typeof createJobRunner>;

interface RunContext {
  readonly session: Session;
  readonly opened: OpenAccount;
  readonly begin: () => void;
  readonly report: (change: Partial<JobProgress>) => void;
  readonly progress: () => JobProgress;
}

async function carryOut(name: string, plan: StoredPlan, context: RunContext): Promise<JobEnd> {
  const { session, opened, begin, report, progress } = context;
  const { account, ledger } = opened;
  const plans = plan.customers.map((customer) => planOf(customer, plan));
  if (plans.some((each) => each === undefined)) return { kind: 'outdated' };
  return session.jobs.locked(name, async (): Promise<JobEnd> => {
    begin();
    const known = await session.jobs.find(name);
    if (known && known.fingerprint !== plan.fingerprint) return { kind: 'key-reused' };
    const results = plan.customers.map((_, index) => known?.results[index] ?? null);
    // From before the first request on the key belongs to these customers, whatever becomes of this process.
    if (!known) await session.jobs.save({ name, fingerprint: plan.fingerprint, results });
    for (const [index, customer] of plan.customers.entries()) {
      const planned = plans[index];
      if (session.closing.aborted || !planned) break;
      if (results[index]?.outcome === 'created') continue;
      const outcome = await createCustomer(planned, {
        account,
        ledger,
        ask: account.kind === 'sandbox' ? answerYes() : answerApproved(withOwn(customer, results)),
        idempotencyKey: `${name}/${index}`,
        onProgress(step) {
          if (step.kind !== 'sending' || step.ledgerId === undefined) return;
          report({ ledgerIds: [...progress().ledgerIds, step.ledgerId] });
        },
      });
      results[index] = createResult(outcome, { account: account.kind, surface: 'agent' });
      await session.jobs.save({ name, fingerprint: plan.fingerprint, results });
      report({ done: results.filter((result) => result !== null).length, results: [...results] });
      if (outcomeTraits[outcome.outcome].endsBatch) break;
    }
    return { kind: 'ended', results };
  });
}

/** Undefined when the body would be another one now. */
function planOf({ input, request }: PlannedCustomer, { at }: StoredPlan): Plan | undefined {
  const plan = planCustomer(readCustomer(input), { now: at });
  const isSame = plan.isReady && plan.fingerprint === JSON.stringify(request);
  return isSame ? plan : undefined;
}

/** The person saw the other customers of the plan, too. */
function withOwn({ approved }: PlannedCustomer, results: readonly (CreateResult | null)[]) {
  const own = results.flatMap((result) => {
    const id = result?.customer?.['id'];
    return id === undefined ? [] : [String(id)];
  });
  return { ...approved, shownIds: [...approved.shownIds, ...own] };
}
