import { isHelpCrunchError } from '../api/api-error.ts';
import type { ApiFailure } from '../api/api-failure.ts';
import type { Connection } from '../api/connection.ts';
import { type Answer, post } from '../api/exchange.ts';
import type { AnswerBody } from '../api/read-body.ts';
import { customerField } from '../customer/fields.ts';
import { isJsonObject, type JsonObject } from '../customer/json.ts';
import { compareWithDraft } from './compare.ts';
import type { DuplicateCheckResult } from './duplicate-check.ts';
import { evidenceOf, type SentAttempt } from './evidence.ts';
import { classifyRefusal, type RefusalContext } from './look-again.ts';
import type { Created, Outcome, Unauthorized, Unknown, UnknownReason } from './outcome.ts';
import type { Plan } from './plan.ts';

/** What a send is about to do, as the ledger remembers it. */
export function newAttempt(plan: Plan, check: DuplicateCheckResult | undefined, now: number): SentAttempt {
  const before = check?.kind === 'checked' ? evidenceOf(check) : undefined;
  return { request: plan.request, sentAt: now, before };
}

/**
 * Posts a customer once and says what came of it, looking once more after an ambiguous refusal. Never throws, never
 * repeats. The plan has to be ready.
 */
export async function sendOnce(
  plan: Plan,
  connection: Connection,
  {
    attempt,
    earlier = [],
    signal,
  }: {
    readonly attempt: SentAttempt;
    readonly earlier?: readonly SentAttempt[];
    readonly signal?: AbortSignal | undefined;
  },
): Promise<Outcome> {
  const answer = await post(connection, { path: 'customers', json: plan.request, signal });
  return answer.kind === 'answer'
    ? classifyAnswer(plan, answer, { connection, attempt, earlier, signal })
    : classifyFailure(plan, answer, attempt);
}

function classifyFailure(plan: Plan, failure: ApiFailure, attempt: SentAttempt): Outcome {
  const { issues, request } = plan;
  if (failure.kind === 'uncertain') return unknown(plan, { attempt }, failure.reason);
  if (failure.reason === 'aborted') return { outcome: 'cancelled', customerExists: 'no', issues, request };
  return { outcome: 'not-sent', customerExists: 'no', issues, request, reason: failure.reason };
}

/** What an answer's status says about a create; the body only adds to it. */
async function classifyAnswer(plan: Plan, answer: Answer, context: RefusalContext): Promise<Outcome> {
  const { status, body } = answer;
  if (status === 201) return classifyCreated(plan, body, context);
  if (status === 401 || status === 403) return refusedAccess(plan, { status, body });
  if (status === 429) {
    const { issues, request } = plan;
    const { retryAfter } = answer;
    return { outcome: 'rate-limited', customerExists: 'no', issues, request, retryAfter, step: 'create' };
  }
  if (status >= 400 && status < 500 && !undecided.has(status)) return classifyRefusal(plan, answer, context);
  return unknown(plan, context, unknownReason(status), status);
}

/**
 * 4xx that do not say no for certain: a server or a proxy that gave up waiting (408, 499), one that passes the request on
 * later or refuses it on this connection alone (421, 425). The platform's fetch repeats a request by itself after 421.
 */
const undecided: ReadonlySet<number> = new Set([408, 421, 425, 499]);

/** HelpCrunch's own refusal of a key has its errors JSON; a firewall's or a proxy's page has not. */
function refusedAccess(
  { issues, request }: Plan,
  { status, body }: Pick<Answer, 'status' | 'body'>,
): Outcome {
  return isHelpCrunchError(body)
    ? keyRefused({ issues, request }, status, 'create')
    : { outcome: 'blocked', customerExists: 'no', issues, request, status, step: 'create' };
}

/** The outcome of a key that HelpCrunch refused: with 401 as unknown to it, with 403 as not allowed to do this. */
export function keyRefused(
  { issues, request }: Pick<Plan, 'issues' | 'request'>,
  status: number,
  step: 'duplicate-check' | 'create',
): Unauthorized {
  const reason = status === 401 ? 'key-refused' : 'forbidden';
  return { outcome: 'unauthorized', customerExists: 'no', issues, request, reason, status, step };
}

function classifyCreated(plan: Plan, body: AnswerBody, context: RefusalContext): Created | Unknown {
  const { draft, issues, request } = plan;
  const common = {
    outcome: 'created',
    customerExists: 'yes',
    confirmedBy: 'answer',
    issues,
    request,
  } as const;
  if (body.kind !== 'json' || !isJsonObject(body.value)) {
    const unreadable = body.kind === 'json' ? 'not-json' : body.reason;
    return { ...common, unreadable, dropped: [], changed: [] };
  }
  const customer = body.value;
  if (hasErrors(customer) && (customer['id'] ?? null) === null) {
    return unknown(plan, context, 'created-with-errors', 201);
  }
  return isCustomer(customer)
    ? { ...common, customer, ...compareWithDraft(draft, request, customer) }
    : { ...common, unreadable: 'not-a-customer', dropped: [], changed: [] };
}

function hasErrors({ errors }: JsonObject): boolean {
  return typeof errors === 'object' && errors !== null && Object.keys(errors).length > 0;
}

/** A documented answer is the bare customer; one inside a wrapper cannot be compared with what was sent. */
function isCustomer(value: JsonObject): boolean {
  return Object.keys(value).some((key) => key === 'id' || customerField(key) !== undefined);
}

/** An outcome that says neither yes nor no. */
export function unknown(
  { issues, request }: Pick<Plan, 'issues' | 'request'>,
  { attempt }: Pick<RefusalContext, 'attempt'>,
  reason: UnknownReason,
  status?: number,
): Unknown {
  const withStatus = status === undefined ? {} : { status };
  return { outcome: 'unknown', customerExists: 'unknown', issues, request, attempt, reason, ...withStatus };
}

function unknownReason(status: number): UnknownReason {
  if (status === 408 || status === 499) return 'request-timeout';
  if (status >= 500) return 'server-error';
  return status === 0 || (status >= 300 && status < 400) ? 'redirect' : 'unexpected-status';
}
