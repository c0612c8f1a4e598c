import ky from 'ky';
import type { ApiFailure } from './api-failure.ts';
import type { Connection } from './connection.ts';
import { type AnswerBody, readBody } from './read-body.ts';
import { retryAfterSeconds } from './retry-after.ts';
import { toApiFailure } from './to-api-failure.ts';

/** An answer whose head arrived, whatever became of its body. */
export interface Answer {
  readonly kind: 'answer';
  /** 0 for a redirect in a browser, which shows no more of it. */
  readonly status: number;
  readonly body: AnswerBody;
  readonly retryAfter: number | undefined;
}

export interface ApiRequest {
  /** Below the base URL, without a slash at its start. */
  readonly path: string;
  readonly json: unknown;
  readonly signal: AbortSignal | undefined;
}

/**
 * Posts once and reads what comes back: no retry, no redirect followed, one deadline for head and body. Never throws,
 * and nothing that comes back holds the key.
 */
export async function post(connection: Connection, request: ApiRequest): Promise<Answer | ApiFailure> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), connection.answerTimeout);
  const signals = request.signal ? [request.signal, deadline.signal] : [deadline.signal];
  let began = false;
  try {
    const response = await ky.post(request.path, {
      prefix: connection.baseUrl,
      headers: { accept: 'application/json', authorization: `Bearer ${connection.apiKey.reveal()}` },
      json: request.json,
      signal: AbortSignal.any(signals),
      redirect: 'manual',
      retry: 0,
      timeout: false,
      throwHttpErrors: false,
      fetch: (input) => {
        const outgoing = input as Request;
        outgoing.signal.throwIfAborted();
        began = true;
        return connection.fetch(outgoing);
      },
    });
    const body = await readBody(response);
    return {
      kind: 'answer',
      status: response.status,
      body,
      retryAfter: retryAfterSeconds(response, connection.now),
    };
  } catch (error) {
    if (!began) return { kind: 'not-sent', reason: request.signal?.aborted ? 'aborted' : 'unusable-url' };
    const failure = toApiFailure(error);
    if (failure.kind === 'not-sent') return failure;
    if (request.signal?.aborted) return { kind: 'uncertain', reason: 'cancelled' };
    return deadline.signal.aborted ? { kind: 'uncertain', reason: 'answer-timeout' } : failure;
  } finally {
    clearTimeout(timer);
  }
}
