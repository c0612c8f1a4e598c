import {
  type CreateResult,
  count,
  outcomeTraits,
  createResult as toResult,
} from '@helpcrunch-customer-kit/core';
import type { StoredPlan } from '@helpcrunch-customer-kit/local';
import { z } from 'zod';
import { askForApproval } from '../create/approval.ts';
import type { JobProgress, JobRunner, RunningJob } from '../create/job-runner.ts';
import type { OpenAccount } from '../session.ts';
import { createResult, maxPlanned } from './schemas.ts';
import type { Reply, Tool, ToolContext } from './tool.ts';

const input = z.strictObject({
  plan_id: z.string().min(1).describe('Of plan_customers.'),
  request_key: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'A name of your own for this request, such as an order number. Repeat a call with the same key: each customer is created once, and the same results are returned.',
    ),
});
const output = z.object({
  status: z.enum(['done', 'approval_required', 'running']),
  results: z
    .array(createResult)
    .describe('One for each customer of the plan, in its order; none before an approval.'),
  approval_code: z.string().optional().describe('What the user approves outside this conversation.'),
  ledger_ids: z.array(z.string()).optional().describe('While running: the creates that were sent so far.'),
});
type Data = z.output<typeof output>;

export interface CreateToolOptions {
  readonly runner: JobRunner;
  /** How long a call waits for its job, in milliseconds. */
  readonly answerWithin: number;
}

/** Carries out a plan, once. */
export function createCustomersTool(options: CreateToolOptions): Tool<typeof input, typeof output> {
  return {
    name: 'create_customers',
    title: 'Create customers',
    description: `Creates the customers of a plan in HelpCrunch, up to ${maxPlanned}, each exactly once. In a live account a person has to approve the plan first: the answer "approval_required" has a code for the user. Repeating a call with the same plan_id and request_key is safe, and never creates a customer twice.`,
    annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
    input,
    output,
    run: (args, context) => create(args, options, context),
  };
}

async function create(
  { plan_id: planId, request_key: requestKey }: z.output<typeof input>,
  { runner, answerWithin }: CreateToolOptions,
  context: ToolContext,
): Promise<Reply<Data>> {
  const { session } = context;
  const opened = await session.open();
  if ('problem' in opened) return opened;
  const plan = await session.plans.find(planId);
  if (plan?.account.identity !== opened.names.identity) {
    return { problem: 'The account in use has no such plan.', next: [planAgain] };
  }
  const name = await session.jobs.nameFor(plan, requestKey);
  const running = runner.find(name);
  if (running) return wait(running, plan, answerWithin, context);

  const known = await session.jobs.find(name);
  if (known && known.fingerprint !== plan.fingerprint) return keyReused;
  const complete = known?.results.every((result) => result !== null) ? known.results : undefined;
  // A job that ended early: what it created has to be reported, whatever becomes of the rest.
  const begun = known?.results.some((result) => result !== null) ? known.results : undefined;
  if (complete?.every((result) => result?.outcome === 'created')) return done(complete, plan);

  const claim = await session.plans.claim(plan.id, name, opened.names.keyHash);
  switch (claim.kind) {
    case 'granted':
      return wait(runner.find(name) ?? runner.start(name, plan, opened), plan, answerWithin, context);
    case 'used':
      return {
        problem: 'This plan was carried out under another request_key. Nothing was sent.',
        next: ['Call create_customers with that key, or without one, to see the results.'],
      };
    case 'declined':
      return begun ? done(begun, plan, planAgain) : declined;
    case 'expired':
      return begun
        ? done(begun, plan, planAgain)
        : { problem: 'This plan has expired. Nothing was sent.', next: [planAgain] };
    case 'other-key':
      return begun ? done(begun, plan, planAgain) : otherKey;
    case 'not-approved':
      return complete ? done(complete, plan) : approve(claim.plan, name, opened);
    default: {
      const unreachable: never = claim;
      return unreachable;
    }
  }

  async function approve(asked: StoredPlan, job: string, account: OpenAccount): Promise<Reply<Data>> {
    const answer = await askForApproval(asked, context);
    if (answer.kind === 'asked') return answer.reply;
    if (answer.kind === 'needed') return approvalRequired(answer.code, begun ?? []);
    if (answer.kind === 'declined') return declined;
    const granted = await session.plans.claim(asked.id, job, account.names.keyHash);
    if (granted.kind !== 'granted') return { problem: 'This plan cannot be carried out.', next: [planAgain] };
    return wait(runner.find(job) ?? runner.start(job, asked, account), asked, answerWithin, context);
  }
}

const planAgain = 'Call plan_customers to make a new plan.';
const keyReused = {
  problem: 'This request_key was used for other customers. Nothing was sent.',
  next: ['Use another request_key for these customers.'],
} as const;
const otherKey = {
  problem: 'The API key has changed since this plan was made. Nothing was sent.',
  next: [planAgain],
} as const;
const declined = {
  problem: 'The user declined this plan. Nothing was sent.',
  next: ['Ask the user what to change, then call plan_customers.'],
} as const;

function approvalRequired(code: string, begun: readonly (CreateResult | null)[]): Reply<Data> {
  const results = begun.flatMap((result) => (result ? [{ ...result }] : []));
  return {
    data: { status: 'approval_required', results, approval_code: code },
    sentence: `Nothing ${results.length === 0 ? '' : 'more '}was sent: the user has to approve the plan outside this conversation. Its code is ${code}.`,
    next: [
      `Ask the user to run in a terminal: helpcrunch-customer approve ${code}`,
      'Do not run it yourself. When the user has approved it, call create_customers again with the same arguments.',
    ],
  };
}

/** Answers when the job has ended, or after a while: clients repeat calls that take long. */
async function wait(
  job: RunningJob,
  plan: StoredPlan,
  answerWithin: number,
  { request }: ToolContext,
): Promise<Reply<Data>> {
  // The protocol wants each report of a call to be further than the one before.
  let reported = job.progress.done;
  void notify(job.progress, request);
  const stopWatching = job.watch((progress) => {
    if (progress.done <= reported) return;
    reported = progress.done;
    void notify(progress, request);
  });
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), answerWithin);
  try {
    const end = await Promise.race([job.end, late.promise]);
    if (!end) return stillRunning(job.progress);
    switch (end.kind) {
      case 'ended':
        return done(end.results, plan);
      case 'key-reused':
        return keyReused;
      case 'outdated':
        return { problem: 'This plan was made by another version. Nothing was sent.', next: [planAgain] };
      default: {
        const unreachable: never = end;
        return unreachable;
      }
    }
  } finally {
    clearTimeout(timer);
    stopWatching();
  }
}

async function notify({ done, total }: JobProgress, request: ToolContext['request']): Promise<void> {
  const progressToken = request._meta?.progressToken;
  if (progressToken === undefined) return;
  const params = { progressToken, progress: done, total, message: `${done} of ${total} customers` };
  // A client that is gone needs no progress.
  await request.notify({ method: 'notifications/progress', params }).catch(() => {});
}

function stillRunning({ done, total, ledgerIds, results }: JobProgress): Reply<Data> {
  return {
    data: {
      status: 'running',
      results: results.flatMap((result) => (result ? [{ ...result }] : [])),
      ledger_ids: [...ledgerIds],
    },
    sentence: `Still running: ${done} of ${count(total, 'customer')}.`,
    next: ['Call create_customers again with the same arguments to get the results. Nothing is sent twice.'],
  };
}

function done(
  results: readonly (CreateResult | null)[],
  { account, customers }: StoredPlan,
  restStep = 'Call create_customers again with the same arguments to create the rest.',
): Reply<Data> {
  const all = results.map(
    (result, index) => result ?? notTried(customers[index]?.request ?? {}, account.kind, restStep),
  );
  const counts = Map.groupBy(all, ({ outcome }) => outcomeTraits[outcome].title);
  const summary = [...counts].map(([title, { length }]) => `${length} ${title.toLowerCase()}`).join(', ');
  const ids = all.flatMap(({ customer }) => (customer?.['id'] === undefined ? [] : [String(customer['id'])]));
  const errors = all.flatMap(({ issues, outcome }) =>
    outcome === 'created'
      ? []
      : issues.filter(({ severity }) => severity === 'error').map(({ message }) => message),
  );
  const steps = all.flatMap(({ next, ledgerId, outcome }) =>
    outcome === 'unknown' && ledgerId !== undefined
      ? [`Call check_customer with the ledger_id ${ledgerId}.`]
      : next,
  );
  const unique = [...new Set([...errors, ...steps])].slice(0, maxSentences);
  return {
    data: { status: 'done', results: all.map((result) => ({ ...result })) },
    sentence: `${count(all.length, 'customer')}: ${summary}.${ids.length > 0 ? ` IDs: ${ids.join(', ')}.` : ''}`,
    next: unique,
  };
}

const maxSentences = 6;

/** A customer that was not begun, because of what became of one before it. */
function notTried(request: CreateResult['request'], account: 'sandbox' | 'live', step: string): CreateResult {
  const outcome = { outcome: 'cancelled', customerExists: 'no', issues: [], request: request ?? {} } as const;
  return toResult(outcome, { account, next: [step], surface: 'agent' });
}
