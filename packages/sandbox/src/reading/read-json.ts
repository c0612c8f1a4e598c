import { isRecord } from './is-record.ts';
import { symfonyMessages } from './symfony-messages.ts';

/** A request body that is a JSON object, or what is wrong with it. */
export type ReadBody =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly message: string };

/**
 * Reads a request body as one JSON object, whatever its Content-Type (the documentation never names one).
 *
 * Half a surrogate pair is refused, as PHP's `json_decode` does. Source: our choice.
 */
export function readJsonObject(body: string): ReadBody {
  let value: unknown;
  try {
    value = JSON.parse(body, refuseHalfPairs);
  } catch {
    return { ok: false, message: symfonyMessages.notJson };
  }
  return isRecord(value) ? { ok: true, value } : { ok: false, message: symfonyMessages.type('object') };
}

function refuseHalfPairs(key: string, value: unknown): unknown {
  if (!key.isWellFormed() || (typeof value === 'string' && !value.isWellFormed())) {
    throw new SyntaxError('half a surrogate pair');
  }
  return value;
}
