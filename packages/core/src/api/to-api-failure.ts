import type { ApiFailure, NotSentReason } from './api-failure.ts';
import { notSentProof } from './not-sent-proofs.ts';

/** What lies at the bottom of an error: its code, and what that proves, if anything. */
interface Cause {
  readonly code?: string;
  readonly proof?: NotSentReason;
}

/**
 * The one door through which a thrown network error becomes ours. Codes and a few words that are known are read
 * from it, and only the code is kept: an HTTP library's error holds the request, and with it the key. Never throws, whatever was thrown.
 */
export function toApiFailure(error: unknown): ApiFailure {
  const { code, proof } = safely(() => causeOf(error, new Set()));
  const named = code === undefined ? {} : { code };
  return proof === undefined
    ? { kind: 'uncertain', reason: 'connection-lost', ...named }
    : { kind: 'not-sent', reason: proof, ...named };
}

/** An error may have getters that throw, or causes without end. */
function safely(find: () => Cause): Cause {
  try {
    return find();
  } catch {
    return {};
  }
}

/**
 * Looks through errors that only wrap another. Where several addresses were tried it takes all attempts to prove
 * something: the first that proves nothing speaks for them. `seen`, since causes can be circular.
 */
function causeOf(error: unknown, seen: Set<unknown>): Cause {
  if (typeof error !== 'object' || error === null || seen.has(error)) return {};
  seen.add(error);
  const { code, syscall, message, cause, errors } = error as Readonly<Record<string, unknown>>;
  if (Array.isArray(errors) && errors.length > 0) {
    const attempts = errors.map((attempt: unknown) => causeOf(attempt, seen));
    return attempts.find(({ proof }) => proof === undefined) ?? attempts[0] ?? {};
  }
  if (!isCode(code) && cause !== undefined) return causeOf(cause, seen);
  const named = isCode(code) ? { code } : {};
  const proof = notSentProof({ code: named.code, syscall, message });
  return proof === undefined ? named : { ...named, proof };
}

/** A word of the platform's, and nothing else that a made-up error may bring along. */
function isCode(code: unknown): code is string {
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code);
}
