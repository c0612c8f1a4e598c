import type { ApiFailure, NotSentReason } from './api-failure.ts';

/** Codes by which Node's sockets and undici prove that no request went out; browsers give none. */
const proofs: Readonly<Record<string, NotSentReason>> = {
  ENOTFOUND: 'host-not-found',
  EAI_AGAIN: 'host-not-found',
  EAI_FAIL: 'host-not-found',
  EAI_NODATA: 'host-not-found',
  EAI_NONAME: 'host-not-found',
  ECONNREFUSED: 'connection-refused',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  ERR_INVALID_URL: 'unusable-url',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate',
  CERT_HAS_EXPIRED: 'certificate',
  CERT_NOT_YET_VALID: 'certificate',
  CERT_REVOKED: 'certificate',
  CERT_REJECTED: 'certificate',
  CERT_UNTRUSTED: 'certificate',
  CERT_SIGNATURE_FAILURE: 'certificate',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate',
};

/**
 * The one door through which a thrown network error becomes ours. Only names and codes are read from it and nothing of
 * it is kept: an HTTP library's error holds the request, and with it the key.
 */
export function toApiFailure(error: unknown): ApiFailure {
  const code = findCode(error);
  const proof = code === undefined ? undefined : proofs[code];
  const named = code === undefined ? {} : { code };
  if (proof && isProofThroughout(error)) return { kind: 'not-sent', reason: proof, ...named };
  return { kind: 'uncertain', reason: 'connection-lost', ...named };
}

/** The error, what caused it, and all attempts gathered in it; a few levels, since causes can be circular. */
function* causes(error: unknown, depth = 0): Generator<object> {
  if (typeof error !== 'object' || error === null || depth > 8) return;
  yield error;
  if ('cause' in error) yield* causes(error.cause, depth + 1);
  if ('errors' in error && Array.isArray(error.errors)) {
    for (const attempt of error.errors) yield* causes(attempt, depth + 1);
  }
}

function codeOf(error: object): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function findCode(error: unknown): string | undefined {
  return [...causes(error)].map(codeOf).find((code) => code !== undefined);
}

/** Several addresses may have been tried: it is a proof only if no attempt failed in a way that proves nothing. */
function isProofThroughout(error: unknown): boolean {
  return [...causes(error)].map(codeOf).every((code) => code === undefined || code in proofs);
}
