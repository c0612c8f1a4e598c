import type { ApiFailure, NotSentReason } from './api-failure.ts';

/** Codes by which Node's sockets and undici prove that no request went out; browsers give none. */
const proofs: ReadonlyMap<string, NotSentReason> = new Map([
  ['ENOTFOUND', 'host-not-found'],
  ['EAI_AGAIN', 'host-not-found'],
  ['EAI_FAIL', 'host-not-found'],
  ['EAI_NODATA', 'host-not-found'],
  ['EAI_NONAME', 'host-not-found'],
  ['ECONNREFUSED', 'connection-refused'],
  ['UND_ERR_CONNECT_TIMEOUT', 'connect-timeout'],
  ['ERR_INVALID_URL', 'unusable-url'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
  ['CERT_HAS_EXPIRED', 'certificate'],
  ['CERT_NOT_YET_VALID', 'certificate'],
  ['CERT_REVOKED', 'certificate'],
  ['CERT_REJECTED', 'certificate'],
  ['CERT_UNTRUSTED', 'certificate'],
  ['CERT_SIGNATURE_FAILURE', 'certificate'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'certificate'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
]);

/** What lies at the bottom of an error: its code, and what that proves, if anything. */
interface Finding {
  readonly code?: string;
  readonly proof?: NotSentReason;
}

/**
 * The one door through which a thrown network error becomes ours. Only codes are read from it and nothing of it is
 * kept: an HTTP library's error holds the request, and with it the key. Never throws, whatever was thrown.
 */
export function toApiFailure(error: unknown): ApiFailure {
  const { code, proof } = safely(() => findingOf(error, new Set()));
  const named = code === undefined ? {} : { code };
  return proof === undefined
    ? { kind: 'uncertain', reason: 'connection-lost', ...named }
    : { kind: 'not-sent', reason: proof, ...named };
}

/** An error may have getters that throw, or causes without end. */
function safely(find: () => Finding): Finding {
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
function findingOf(error: unknown, seen: Set<unknown>): Finding {
  if (typeof error !== 'object' || error === null || seen.has(error)) return {};
  seen.add(error);
  const { code, syscall, cause, errors } = error as Readonly<Record<string, unknown>>;
  if (Array.isArray(errors) && errors.length > 0) {
    const attempts = errors.map((attempt: unknown) => findingOf(attempt, seen));
    return attempts.find(({ proof }) => proof === undefined) ?? attempts[0] ?? {};
  }
  if (!isCode(code)) return findingOf(cause, seen);
  // The same code stands for a connection that was never made and for one that fell silent.
  const proof = code === 'ETIMEDOUT' && syscall === 'connect' ? 'connect-timeout' : proofs.get(code);
  return proof === undefined ? { code } : { code, proof };
}

/** A word of the platform's, and nothing else that a made-up error may bring along. */
function isCode(code: unknown): code is string {
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code);
}
