import { readApiErrors } from './api-error.ts';
import type { Connection } from './connection.ts';
import type { Answer } from './exchange.ts';
import { customerId, type Duplicates } from './find-duplicates.ts';
import type { Outcome } from './outcome.ts';
import { toRefusals } from './refusal.ts';
import { type Matches, searchCustomers } from './search.ts';
import type { SentCustomer } from './sent-customer.ts';
import { whoseCustomer } from './whose-customer.ts';

/** What judging a refusal needs besides the answer. */
export interface RefusalContext {
  readonly connection: Connection;
  /** The look-up made before the send, if one was made. */
  readonly before: Duplicates | undefined;
  readonly signal: AbortSignal | undefined;
}

/**
 * A definite no, but for one: a userId that is refused may be refused because this very create has taken it, when a
 * front passed the request on twice. A look-up shows who has it; what it does not confirm stays a plain refusal, unless
 * nobody had the userId before.
 */
export async function judgeRefusal(
  sent: SentCustomer,
  { status, body }: Answer,
  { connection, before, signal }: RefusalContext,
): Promise<Outcome> {
  const { draft, request, sentAt } = sent;
  const refusals = toRefusals(readApiErrors(body.kind === 'json' ? body.value : null), draft);
  const common = { issues: [...sent.issues, ...refusals], request };
  const rejected = { ...common, outcome: 'rejected', customerExists: 'no', status } as const;
  const isAboutUserId = status === 409 || refusals.some(({ path }) => path === '/userId');
  if (!isAboutUserId || request.userId === undefined) return rejected;

  const perhapsOurs = {
    ...common,
    outcome: 'unknown',
    customerExists: 'unknown',
    sentAt,
    reason: 'refused-as-taken',
    status,
  } as const;
  const holders = await searchCustomers(connection, 'userId', request.userId, signal);
  if (holders.kind !== 'matches') return hadNobody(before?.byUserId) ? perhapsOurs : rejected;
  const [holder] = holders.customers;
  if (!holder) return rejected;
  const isOthers = wasThere(before?.byUserId, holder) || whoseCustomer(request, holder) === 'someone-else';
  return isOthers
    ? { ...common, outcome: 'user-id-taken', customerExists: 'no', noticed: 'by-refusal', holder }
    : perhapsOurs;
}

function hadNobody(matches: Matches | undefined): boolean {
  return matches?.complete === true && matches.customers.length === 0;
}

function wasThere(matches: Matches | undefined, holder: Matches['customers'][number]): boolean {
  const id = customerId(holder);
  return id !== undefined && matches?.customers.some((customer) => customerId(customer) === id) === true;
}
