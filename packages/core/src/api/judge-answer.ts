import { isJsonObject } from '../customer/json-value.ts';
import { compareWithDraft } from './compare-with-draft.ts';
import type { Answer } from './exchange.ts';
import { judgeRefusal, type RefusalContext } from './judge-refusal.ts';
import type { Created, Outcome, UnknownReason } from './outcome.ts';
import type { AnswerBody } from './read-body.ts';
import type { SentCustomer } from './sent-customer.ts';

/** What an answer's status says about a create; the body only adds to it. */
export async function judgeAnswer(
  sent: SentCustomer,
  answer: Answer,
  context: RefusalContext,
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
    return judgeRefusal(sent, answer, context);
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

function unknownReason(status: number): UnknownReason {
  if (status === 408 || status === 499) return 'request-timeout';
  if (status >= 500) return 'server-error';
  return status === 0 || (status >= 300 && status < 400) ? 'redirect' : 'unexpected-status';
}
