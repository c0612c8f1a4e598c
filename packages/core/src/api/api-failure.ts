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
