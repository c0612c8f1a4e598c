/** Each of these proves that the request never left: a closed list. */
export type NotSentReason =
  | 'aborted'
  | 'unusable-url'
  | 'host-not-found'
  | 'connection-refused'
  | 'connect-timeout'
  | 'certificate'
  | 'unreachable'
  | 'proxy-refused'
  /** The connection ended before it was secure. */
  | 'not-secured';

/** After any of these the request may have arrived and been carried out. */
export type UncertainReason = 'cancelled' | 'answer-timeout' | 'connection-lost';

/** No answer came. `code` is the platform's own word for it (`ECONNRESET`), when it gave one. */
export type ApiFailure =
  | { readonly kind: 'not-sent'; readonly reason: NotSentReason; readonly code?: string }
  | { readonly kind: 'uncertain'; readonly reason: UncertainReason; readonly code?: string };

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

/** What an error says of itself, each part as far as it is there. */
interface ErrorFacts {
  /** The platform's own word, such as `ECONNRESET`. */
  readonly code: string | undefined;
  /** What the platform was doing: `connect`, `read`. */
  readonly syscall: unknown;
  readonly message: unknown;
}

/** Codes by which Node's sockets and undici prove that no request went out; browsers give none. */
const byCode: ReadonlyMap<string, NotSentReason> = new Map([
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

/** Codes that stand for a connection that was never made and, without `connect`, for one that fell silent. */
const byCodeOfConnect: ReadonlyMap<string, NotSentReason> = new Map([
  ['ETIMEDOUT', 'connect-timeout'],
  ['ENETUNREACH', 'unreachable'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ENETDOWN', 'unreachable'],
  ['EHOSTDOWN', 'unreachable'],
  ['EADDRNOTAVAIL', 'unreachable'],
  // A machine without IPv6 says so of each address of that kind.
  ['EAFNOSUPPORT', 'unreachable'],
  ['EACCES', 'connection-refused'],
  ['EPERM', 'connection-refused'],
]);

/** Where the code alone says too little, or there is none: the platform's own words, exactly. */
const byWords: readonly {
  readonly code: string | undefined;
  readonly words: RegExp;
  readonly proves: NotSentReason;
}[] = [
  // undici, before it looks for a connection (Fetch standard, port blocking).
  { code: undefined, words: /^bad port$/, proves: 'unusable-url' },
  // undici, of a proxy that did not open the tunnel in which the request would have gone.
  {
    code: 'UND_ERR_ABORTED',
    words: /^Proxy response \(\d{3}\) !== 200 when HTTP Tunneling$/,
    proves: 'proxy-refused',
  },
  // Node's TLS: requests are written into the secure connection, which there never was.
  {
    code: 'ECONNRESET',
    words: /^Client network socket disconnected before secure TLS connection was established$/,
    proves: 'not-secured',
  },
];

/** What an error proves about a request, if anything: a closed list, and each entry says that it never left. */
function notSentProof({ code, syscall, message }: ErrorFacts): NotSentReason | undefined {
  const proof = code === undefined ? undefined : byCode.get(code);
  if (proof) return proof;
  if (code !== undefined && syscall === 'connect') return byCodeOfConnect.get(code);
  if (typeof message !== 'string') return undefined;
  return byWords.find((entry) => entry.code === code && entry.words.test(message))?.proves;
}
