import type { CustomerDraft } from '../customer/customer-draft.ts';
import type { JsonObject } from '../customer/json-value.ts';
import { compareWithDraft } from './compare-with-draft.ts';
import type { Connection } from './connection.ts';
import { customerId, type Duplicates, findDuplicates } from './find-duplicates.ts';
import type { Created, Unknown } from './outcome.ts';
import type { LookUpFailure, Matches } from './search.ts';
import { whoseCustomer } from './whose-customer.ts';

/** Why looking cannot tell. `no-earlier-look`: someone is there, but nothing shows that they were not there before. */
export type CannotTellReason =
  | 'nothing-to-look-by'
  | 'no-earlier-look'
  | 'too-many-matches'
  /** Someone new is there, but not as sent: another program may have made them. */
  | 'someone-else'
  /** Someone new is there as sent, but the create was refused: another program may have made the same one. */
  | 'refused-as-taken';

/** What looking afterwards found out about a create whose answer was lost. */
export type Check =
  | { readonly kind: 'found'; readonly outcome: Created }
  /** Not there; it may still appear, so the outcome stays unknown. */
  | { readonly kind: 'not-seen'; readonly secondsAgo: number }
  | {
      readonly kind: 'cannot-tell';
      readonly reason: CannotTellReason;
      readonly candidates: readonly JsonObject[];
    }
  | { readonly kind: 'look-up-failed'; readonly failure: LookUpFailure };

export interface CheckOptions {
  /** The look-up made before the send; without it a match proves nothing. */
  readonly before: Duplicates | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Finds out what became of a create whose answer was lost, by looking, and claims no more than the look-ups show: only
 * a customer that the look-up before the send did not have, and that holds nothing other than was sent, is taken for the
 * one just sent. Never throws.
 */
export async function checkOutcome(
  connection: Connection,
  unknown: Unknown,
  draft: CustomerDraft,
  { before, signal }: CheckOptions,
): Promise<Check> {
  const after = await findDuplicates(connection, unknown.request, { signal });
  if (after.kind !== 'duplicates') return { kind: 'look-up-failed', failure: after };

  // A userId is unique, so it tells more than an address, which many may share.
  const now = after.byUserId ?? after.byEmail;
  const then = after.byUserId ? before?.byUserId : before?.byEmail;
  if (!now) return { kind: 'cannot-tell', reason: 'nothing-to-look-by', candidates: [] };

  const candidates = now.customers;
  const cannotTell = (reason: CannotTellReason): Check => ({ kind: 'cannot-tell', reason, candidates });
  if (candidates.length > 0 && !then) return cannotTell('no-earlier-look');
  if (!now.complete || then?.complete === false) return cannotTell('too-many-matches');
  const newcomers = newSince(then, candidates);
  if (newcomers.length === 0) {
    return {
      kind: 'not-seen',
      secondsAgo: Math.max(0, Math.round((connection.now() - unknown.sentAt) / 1000)),
    };
  }
  const ours = newcomers.find((customer) => isAsSent(unknown, customer));
  if (!ours) return cannotTell('someone-else');
  if (unknown.reason === 'refused-as-taken') return cannotTell('refused-as-taken');
  return { kind: 'found', outcome: createdAfterAll(unknown, draft, ours) };
}

/** The customers that the earlier look-up did not have. */
function newSince(then: Matches | undefined, candidates: readonly JsonObject[]): JsonObject[] {
  const known = new Set(then?.customers.map(customerId));
  return candidates.filter((customer) => !known.has(customerId(customer)));
}

function isAsSent({ request }: Unknown, customer: JsonObject): boolean {
  return customerId(customer) !== undefined && whoseCustomer(request, customer) === 'as-sent';
}

function createdAfterAll({ request, issues }: Unknown, draft: CustomerDraft, customer: JsonObject): Created {
  return {
    outcome: 'created',
    customerExists: 'yes',
    confirmedBy: 'look-up',
    issues,
    request,
    customer,
    ...compareWithDraft(draft, request, customer),
  };
}
