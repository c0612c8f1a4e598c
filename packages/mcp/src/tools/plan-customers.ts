import {
  answerNothing,
  checkManyDuplicates,
  count,
  createCustomer,
  createResult,
  customerFields,
  customerId,
  type DuplicateCheck,
  type JsonObject,
  type Outcome,
  outcomeMessage,
  type Reason,
  type ResultIssue,
  reasonIssue,
} from '@helpcrunch-customer-kit/core';
import type { PlannedCustomer } from '@helpcrunch-customer-kit/local';
import { z } from 'zod';
import type { OpenAccount } from '../session.ts';
import {
  errorSentences,
  importSteps,
  inputProblem,
  type ListedPlan,
  readCustomers,
} from './read-customers.ts';
import { customerInput, foundCustomer, issue, maxPlanned, request } from './schemas.ts';
import type { Tool } from './tool.ts';

/** Customers whose duplicates are looked for in one search: how many filters HelpCrunch takes is not known. */
const searchedAtOnce = 10;

const input = z.strictObject({
  customers: z.array(customerInput).min(1).describe(`Up to ${maxPlanned} customers.`),
});
const output = z.object({
  plan_id: z.string().optional().describe('Missing when a customer has errors.'),
  expires_at: z.string().optional().describe('ISO 8601. After that, plan again.'),
  account: z.object({ kind: z.enum(['sandbox', 'live']), label: z.string(), host: z.string().optional() }),
  customers: z.array(
    z.object({ index: z.int(), request, issues: z.array(issue), duplicates: z.array(foundCustomer) }),
  ),
  questions: z
    .array(z.object({ index: z.int(), code: z.string(), message: z.string() }))
    .describe('What the user should decide before anything is created.'),
});

/** Everything short of creating: what would be sent, and what a person should know before it is. */
export const planCustomers: Tool<typeof input, typeof output> = {
  name: 'plan_customers',
  title: 'Plan customers',
  description: `Validates up to ${maxPlanned} HelpCrunch customers, checks for duplicates, and returns a plan_id with the exact bodies and the questions that are open. Creates nothing. Show the plan to the user, then call create_customers.`,
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  input,
  output,
  async run({ customers }, { session, request: { signal } }) {
    if (customers.length > maxPlanned) {
      return {
        problem: `${customers.length} customers are too many for a plan: ${maxPlanned} is the most.`,
        next: importSteps,
      };
    }
    const problem = inputProblem(customers);
    if (problem) return problem;
    const opened = await session.open();
    if ('problem' in opened) return opened;
    const { kind, label, host } = opened.account;
    const account = { kind, label, ...(host === undefined ? {} : { host }) };
    const read = readCustomers(customers, { now: Date.now(), hide: session.hide });
    if (read.some(({ isValid }) => !isValid)) {
      return {
        data: { account, customers: read.map(withoutDuplicates), questions: [] },
        sentence: 'No plan was made: at least one customer has errors.',
        next: [...errorSentences(read), 'Fix them, then call plan_customers again.'],
      };
    }
    const planned = await planAll(read, opened, signal);
    if (!Array.isArray(planned)) return planned;
    const plan = await session.plans.add({ ...account, ...opened.names }, planned);
    const questions = planned.flatMap(({ issues }, index) =>
      issues.slice(read[index]?.issues.length).map(({ code, message }) => ({ index, code, message })),
    );
    return {
      data: {
        plan_id: plan.id,
        expires_at: new Date(plan.expiresAt).toISOString(),
        account,
        customers: planned.map(({ request, issues, duplicates }, index) => ({
          index,
          request: { ...request },
          issues: [...issues],
          duplicates: duplicates.map((customer) => ({ ...customer })),
        })),
        questions,
      },
      sentence: `The plan ${plan.id} creates ${count(planned.length, 'customer')} in ${kind === 'live' ? 'HelpCrunch' : 'the sandbox'}. Nothing is created yet.`,
      next: [
        ...questions.map(({ index, message }) => `Customer ${index + 1}: ${message}`),
        `Show the plan to the user, then call create_customers with plan_id "${plan.id}" and a request_key of your own.`,
      ],
    };
  },
};

function withoutDuplicates({ index, plan, issues }: ListedPlan) {
  return { index, request: { ...plan.request }, issues: [...issues], duplicates: [] };
}

interface PlanProblem {
  readonly problem: string;
  readonly next: readonly string[];
}

async function planAll(
  read: readonly ListedPlan[],
  opened: OpenAccount,
  signal: AbortSignal,
): Promise<PlannedCustomer[] | PlanProblem> {
  const planned: PlannedCustomer[] = [];
  for (let from = 0; from < read.length; from += searchedAtOnce) {
    const part = read.slice(from, from + searchedAtOnce);
    const { connection } = opened.account;
    const requests = part.map(({ plan }) => plan.request);
    const checks = await checkManyDuplicates(connection, requests, { signal });
    for (const [index, one] of part.entries()) {
      const check = 'kind' in checks ? undefined : checks[index];
      const added = await planOne(one, check, opened, signal);
      if ('problem' in added) return added;
      planned.push(added);
    }
  }
  return planned;
}

/** The same function that creates, asked to stop at its question. */
async function planOne(
  { input, plan, issues }: ListedPlan,
  check: DuplicateCheck | undefined,
  { account, ledger }: OpenAccount,
  signal: AbortSignal,
): Promise<PlannedCustomer | PlanProblem> {
  const outcome = await createCustomer(plan, {
    account,
    ledger,
    ask: answerNothing,
    signal,
    ...(check ? { check: { result: check, at: account.connection.now(), maxAge: 60_000 } } : {}),
  });
  const seen = whatIsKnown(outcome);
  if (!seen) {
    const { message, next } = outcomeMessage(outcome, account.kind, 'agent');
    return { problem: `No plan was made. ${message}`, next };
  }
  return {
    input,
    request: plan.request,
    issues: [...issues, ...seen.issues],
    duplicates: seen.duplicates.map(inShort),
    approved: {
      shownIds: seen.duplicates.flatMap((customer) => customerId(customer) ?? []),
      isChecked: seen.isChecked,
    },
  };
}

interface Known {
  readonly issues: readonly ResultIssue[];
  readonly duplicates: readonly JsonObject[];
  readonly isChecked: boolean;
}

/** What a person should know before the create; undefined where no plan can be made now. */
function whatIsKnown(outcome: Outcome): Known | undefined {
  switch (outcome.outcome) {
    case 'needs-confirmation': {
      const { reasons } = outcome.question;
      const duplicates = reasons.flatMap((reason: Reason) =>
        reason.kind === 'email-used' ? reason.customers : [],
      );
      const isChecked = reasons.every(({ kind }) => kind !== 'not-checked');
      return { issues: reasons.map(reasonIssue), duplicates, isChecked };
    }
    case 'user-id-taken':
    case 'created': {
      const { message } = outcomeMessage(outcome, 'live', 'agent');
      const holder = outcome.outcome === 'created' ? outcome.customer : outcome.holder;
      const known = createResult(outcome, { account: 'live' }).issues.slice(outcome.issues.length);
      const code = outcome.outcome === 'created' ? 'created-earlier' : 'user-id-taken';
      const fallback: ResultIssue = { code, path: '', severity: 'advice', message };
      const issues =
        known.length > 0 ? known.map((each) => ({ ...each, severity: 'advice' as const })) : [fallback];
      return { issues, duplicates: holder ? [holder] : [], isChecked: true };
    }
    default:
      return undefined;
  }
}

/** Enough to recognize a customer: the plan is kept on disk. */
function inShort(customer: JsonObject): JsonObject {
  const keys = ['id', ...customerFields.flatMap(({ key, isIdentity }) => (isIdentity ? [key] : []))];
  return Object.fromEntries(
    keys.flatMap((key) => (customer[key] === undefined ? [] : [[key, customer[key]]])),
  );
}
