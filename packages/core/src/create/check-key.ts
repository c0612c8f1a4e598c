import type { Connection } from '../api/connection.ts';
import type { LookupFailure } from '../api/search.ts';
import { checkDuplicates } from './duplicate-check.ts';

/** What one search says about a key. */
export type KeyCheck =
  | { readonly kind: 'accepted' }
  /** HelpCrunch does not accept it. */
  | { readonly kind: 'refused'; readonly failure: LookupFailure }
  /** The answer says nothing about the key: there was none, or 403, which may be about searching alone. */
  | { readonly kind: 'no-verdict'; readonly failure: LookupFailure };

/** A userId that no customer has: searching for it finds nothing and changes nothing. */
const unusedUserId = 'helpcrunch-customer-kit-looks-whether-this-key-works';

/** Makes one search that finds no customer. It changes nothing, and counts against the rate limit as every request does. */
export async function checkKey(
  connection: Connection,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<KeyCheck> {
  const answer = await checkDuplicates(connection, { userId: unusedUserId }, { signal });
  if (answer.kind === 'checked') return { kind: 'accepted' };
  return { kind: isKeyRefused(answer) ? 'refused' : 'no-verdict', failure: answer };
}

/** A firewall's 401 is not about the key. */
function isKeyRefused(failure: LookupFailure): boolean {
  return failure.kind === 'refused' && failure.status === 401 && failure.byHelpCrunch;
}
