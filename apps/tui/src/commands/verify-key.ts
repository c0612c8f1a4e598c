import { type Connection, checkDuplicates, lookupFailureMessage } from '@helpcrunch-customer-kit/core';

/** What a look-up tells of a key. */
export type KeyVerdict =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly sentence: string }
  /** Nothing was found out: nobody could be reached, or the answer says nothing about the key. */
  | { readonly kind: 'not-known'; readonly sentence: string };

/** A userId that nobody has: looking for it finds nothing and changes nothing. */
const nobody = 'helpcrunch-customer-kit-looks-whether-this-key-works';

/** Makes one search that finds nobody. It changes nothing, and counts against the rate limit as every request does. */
export async function verifyKey(connection: Connection, signal: AbortSignal): Promise<KeyVerdict> {
  const answer = await checkDuplicates(connection, { userId: nobody }, { signal });
  if (answer.kind === 'checked') return { kind: 'accepted' };
  const sentence = lookupFailureMessage(answer);
  // 403 may be about searching alone, and a firewall's 401 is not about the key.
  return answer.kind === 'refused' && answer.status === 401 && answer.byHelpCrunch
    ? { kind: 'refused', sentence }
    : { kind: 'not-known', sentence };
}
