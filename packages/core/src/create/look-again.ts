import { type ApiError, apiErrorPath, isHelpCrunchError, readApiErrors } from '../api/api-error.ts';
import type { Connection } from '../api/connection.ts';
import type { Answer } from '../api/exchange.ts';
import { type Matches, searchCustomers } from '../api/search.ts';
import type { CustomerDraft } from '../customer/draft.ts';
import type { JsonObject } from '../customer/json.ts';
import { draftPaths } from '../customer/payload.ts';
import { refused } from '../rules/customer-rules.ts';
import { compareWithDraft } from './compare.ts';
import { customerId } from './duplicate-check.ts';
import { type Evidence, matchCustomer, type SentAttempt, sawBefore } from './evidence.ts';
import type { Ledger } from './ledger.ts';
import { findSentCustomer, lookUpAttempt } from './lookup.ts';
import type { Created, Outcome, Rejected, Unknown } from './outcome.ts';
import type { Plan } from './plan.ts';

/** What classifying an answer needs besides the answer. */
export interface RefusalContext {
  readonly connection: Connection;
  readonly attempt: SentAttempt;
  /** Earlier attempts with the same content that stayed unknown, or were refused in a way that proves little. */
  readonly earlier: readonly SentAttempt[];
  readonly signal: AbortSignal | undefined;
}

/** After these nothing was carried out for certain, or a search would say nothing more. */
const plain: ReadonlySet<number> = new Set([404, 413]);

/**
 * A definite no, unless the customer is there: a proxy may have passed the request on twice, so that the
 * second was refused because of the first. One search tells; what it does not show stays a plain refusal.
 */
export async function classifyRefusal(plan: Plan, answer: Answer, context: RefusalContext): Promise<Outcome> {
  const { status, body } = answer;
  const refusals = toRefusals(readApiErrors(body.kind === 'json' ? body.value : null), plan.draft);
  const common = { issues: [...plan.issues, ...refusals], request: plan.request };
  const rejected: Rejected = { ...common, outcome: 'rejected', customerExists: 'no', status };
  const isAboutUserId = plan.request.userId !== undefined && concernsUserId(status, refusals);
  const field = plan.request.userId === undefined ? 'email' : 'userId';
  const value = plan.request[field];
  const before = context.attempt.before?.[field];
  // A user ID is unique: who has it tells something even without a duplicate check before.
  const canTell = field === 'userId' || before?.isComplete === true;
  const isWorthLooking = isAboutUserId || (canTell && !plain.has(status));
  if (value === undefined || !isWorthLooking) return rejected;

  const perhapsOurs: Unknown = {
    ...common,
    outcome: 'unknown',
    customerExists: 'unknown',
    attempt: { ...context.attempt, wasRefused: true },
    reason: 'refused-but-found',
    status,
  };
  const matches = await searchCustomers(context.connection, [{ field, value }], context.signal);
  if (matches.kind !== 'matches') {
    const mayBeOurs = isAboutUserId
      ? sawNobody(before)
      : before?.isComplete === true && !isHelpCrunchError(body);
    return mayBeOurs ? perhapsOurs : rejected;
  }
  const resolved = earlierCreated(plan, common, field, matches, context);
  if (resolved) return resolved;

  const newcomers = matches.customers.filter((customer) => !sawBefore(context.attempt, customer));
  const ours = newcomers.find((customer) => matchCustomer(plan.request, customer, field) !== 'someone-else');
  // By email alone, everyone is new to a check that never was.
  if (ours && (field === 'userId' || before)) return perhapsOurs;
  const [holder] = matches.customers;
  if (!isAboutUserId || !holder) return rejected;
  // Who has it says more than the refusal of the user ID, which does not say why.
  const issues = common.issues.filter(({ code, path }) => code !== 'refused' || path !== '/userId');
  return { ...common, issues, outcome: 'user-id-taken', customerExists: 'no', noticed: 'by-refusal', holder };
}

/** 409, `invalid_userId_value` (seen), a field path, and the words that other servers use for a value that exists. */
function concernsUserId(status: number, refusals: readonly Refusal[]): boolean {
  const words = /user_?id|exist|taken|duplicate|unique/i;
  return (
    status === 409 || refusals.some(({ path, apiCode = '' }) => path === '/userId' || words.test(apiCode))
  );
}

/** A resend that is refused because the earlier, unknown attempt did create the customer. */
function earlierCreated(
  { draft, request }: Plan,
  common: Pick<Rejected, 'issues' | 'request'>,
  field: 'userId' | 'email',
  matches: Matches,
  { earlier, connection }: RefusalContext,
): Created | undefined {
  const check = {
    kind: 'checked',
    byUserId: field === 'userId' ? matches : undefined,
    byEmail: field === 'email' ? matches : undefined,
  } as const;
  for (const attempt of earlier) {
    const lookup = findSentCustomer(attempt, check, connection.now());
    if (lookup.kind === 'found') {
      const issues = common.issues.filter(({ code }) => code !== 'refused');
      return createdByLookup({ draft, request, issues }, lookup.customer);
    }
  }
  return undefined;
}

/** The outcome of an attempt whose customer a lookup found. */
export function createdByLookup(
  { draft, request, issues }: Pick<Plan, 'draft' | 'request'> & Pick<Created, 'issues'>,
  customer: JsonObject,
): Created {
  return {
    outcome: 'created',
    customerExists: 'yes',
    confirmedBy: 'lookup',
    issues,
    request,
    customer,
    ...compareWithDraft(draft, request, customer),
  };
}

function sawNobody(before: Evidence['userId']): boolean {
  return before?.isComplete === true && before.ids.length === 0;
}

export type Refusal = ReturnType<typeof refused.at>;

/** The first entry of every error body (documented). */
const openingCode = 'invalid_request';

/**
 * Turns error entries into issues at the places where the person wrote the rejected values. The opening entry, which only
 * says "Invalid request", is left out unless it is the only one.
 */
export function toRefusals(errors: readonly ApiError[], draft: CustomerDraft): Refusal[] {
  const toDraft = draftPaths(draft);
  const specific = errors.filter(({ code }) => code !== openingCode);
  return (specific.length > 0 ? specific : errors).map(({ code, message }) => {
    const payloadPath = code === undefined ? undefined : apiErrorPath(code);
    const path = payloadPath === undefined ? '' : toDraft(payloadPath);
    return refused.at(path, { message: message ?? '', apiCode: code });
  });
}

export interface CheckContext {
  readonly connection: Connection;
  /** Records the customer when it is found. */
  readonly ledger?: Ledger | undefined;
  /** What the person wrote, for paths into it; without it they point into the request. */
  readonly draft?: CustomerDraft | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Looks once more for a customer whose create is unknown. Sends nothing, never throws, may be repeated. */
export async function checkCustomer(outcome: Unknown, context: CheckContext): Promise<Created | Unknown> {
  const { connection, ledger, draft = outcome.request, signal } = context;
  const lookup = await lookUpAttempt(connection, outcome.attempt, signal);
  if (lookup.kind !== 'found') return { ...outcome, lookup };
  const { issues, request, ledgerId, accepted } = outcome;
  const created = createdByLookup({ draft, request, issues }, lookup.customer);
  if (ledgerId !== undefined && ledger) await settleCreated(ledger, ledgerId, created, connection.now());
  return {
    ...created,
    ...(ledgerId === undefined ? {} : { ledgerId }),
    ...(accepted === undefined ? {} : { accepted }),
  };
}

/**
 * Writes that a create made its customer. A user ID is unique (documented), so this also tells about every other create with
 * it whose answer was lost: what had the same content is this customer, and what had not made none.
 */
export async function settleCreated(ledger: Ledger, id: string, created: Created, at: number): Promise<void> {
  const settlement = settlementOf(created, at);
  await ledger.settle(id, settlement);
  const { userId } = created.request;
  if (userId === undefined) return;
  const content = JSON.stringify(created.request);
  for (const entry of await ledger.find({ fingerprint: content, request: { userId } })) {
    if (entry.id === id || entry.state !== 'unknown' || entry.isOtherAccount) continue;
    const isSame = JSON.stringify(entry.attempt?.request) === content;
    await ledger.settle(entry.id, isSame ? settlement : { ...settlement, state: 'user-id-taken' });
  }
}

/** What the ledger keeps of a created customer. */
export function settlementOf({ customer }: Created, at: number) {
  const id = customer && customerId(customer);
  return { state: 'created', at, ...(id === undefined ? {} : { customerId: id }) } as const;
}
