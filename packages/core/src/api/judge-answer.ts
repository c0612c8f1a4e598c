import { isJsonObject } from '../customer/json-value.ts';
import { readApiErrors } from './api-error.ts';
import { compareWithDraft } from './compare-with-draft.ts';
import type { Connection } from './connection.ts';
import type { Answer } from './exchange.ts';
import type { Created, Outcome, UnknownReason } from './outcome.ts';
import type { AnswerBody } from './read-body.ts';
import { toRefusals } from './refusal.ts';
import { searchCustomers } from './search.ts';
import type { SentCustomer } from './sent-customer.ts';

/** What an answer's status says about a create; the body only adds to it. */
export async function judgeAnswer(
  connection: Connection,
  sent: SentCustomer,
  answer: Answer,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  const { status } = answer;
  const { issues, request } = sent;
  if (status === 201) return created(sent, answer.body);
  if (status === 401 || status === 403) {
    const reason = status === 401 ? 'key-refused' : 'forbidden';
    return { outcome: 'unauthorized', customerExists: 'no', issues, request, reason };
  }
  if (status === 429) {
    return { outcome: 'rate-limited', customerExists: 'no', issues, request, retryAfter: answer.retryAfter };
  }
  if (status >= 400 && status < 500 && !undecided.has(status)) {
    return refused(connection, sent, answer, signal);
  }
  const reason = unknownReason(status);
  return {
    outcome: 'unknown',
    customerExists: 'unknown',
    issues,
    request,
    sentAt: sent.sentAt,
    reason,
    status,
  };
}

/**
 * 4xx that are no definite no: a server or a front that gave up waiting (408, 499), one that passes the request on later
 * or refuses it on this connection alone (421, 425). The platform's fetch repeats a request by itself after 421.
 */
const undecided: ReadonlySet<number> = new Set([408, 421, 425, 499]);

function created({ draft, issues, request }: SentCustomer, body: AnswerBody): Created {
  const common = {
    outcome: 'created',
    customerExists: 'yes',
    confirmedBy: 'answer',
    issues,
    request,
  } as const;
  if (body.kind === 'json' && isJsonObject(body.value)) {
    return { ...common, customer: body.value, ...compareWithDraft(draft, request, body.value) };
  }
  const unreadable = body.kind === 'json' ? 'not-json' : body.reason;
  return { ...common, unreadable, dropped: [], changed: [] };
}

/**
 * A definite no. `invalid_userId_value` (seen) means a userId that is taken or one that is malformed: a look-up tells
 * which, and what it does not confirm stays a plain refusal.
 */
async function refused(
  connection: Connection,
  sent: SentCustomer,
  answer: Answer,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  const { draft, issues, request } = sent;
  const body = answer.body.kind === 'json' ? answer.body.value : null;
  const refusals = toRefusals(readApiErrors(body), draft);
  const found = [...issues, ...refusals];
  const isAboutUserId = refusals.some(({ apiCode }) => apiCode === 'invalid_userId_value');
  if (isAboutUserId && request.userId !== undefined) {
    const holders = await searchCustomers(connection, 'userId', request.userId, signal);
    const [holder] = holders.kind === 'matches' ? holders.customers : [];
    if (holder) {
      return {
        outcome: 'user-id-taken',
        customerExists: 'no',
        issues: found,
        request,
        noticed: 'by-refusal',
        holder,
      };
    }
  }
  return { outcome: 'rejected', customerExists: 'no', issues: found, request, status: answer.status };
}

function unknownReason(status: number): UnknownReason {
  if (status === 408 || status === 499) return 'request-timeout';
  if (status >= 500) return 'server-error';
  return status === 0 || (status >= 300 && status < 400) ? 'redirect' : 'unexpected-status';
}
