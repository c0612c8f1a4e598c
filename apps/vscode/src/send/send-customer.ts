import {
  createCustomer,
  type Duplicates,
  findDuplicates,
  type Outcome,
  planCustomer,
  type ReadCustomer,
  type SendGuard,
  type SendPermit,
  stopBeforeSending,
} from '@helpcrunch-customer-kit/core';
import type { Account } from '../accounts/account.ts';
import type { Attempt } from '../attempts/attempt.ts';
import { type ConfirmText, confirmText } from './confirm-text.ts';
import { duplicateWords } from './duplicate-words.ts';
import { sentRecentlyWords } from './guard-words.ts';
import { recordCreate } from './recorded-exchange.ts';

/** What sending needs of the world: someone to ask, and a way to show that it is under way. */
export interface SendDesk {
  readonly guard: SendGuard;
  /** Before anything goes to a live account. */
  confirm(text: ConfirmText): Promise<boolean>;
  /** Before the same customer goes out again; before a second customer with the same email. */
  ask(words: string, yes: string): Promise<boolean>;
  withProgress<Result>(title: string, task: ProgressTask<Result>): Promise<Result>;
}

/** `report` adds a word on how far it is. */
export type ProgressTask<Result> = (signal: AbortSignal, report: (words: string) => void) => Promise<Result>;

/** What a person should know before this goes out; in the sandbox, too, it is asked about where it matters. */
export interface SendNote {
  readonly words: string;
  readonly mustAsk: boolean;
}

export type SendResult =
  | { readonly kind: 'attempt'; readonly attempt: Attempt }
  | { readonly kind: 'in-flight' }
  /** The person said no: nothing was sent. */
  | { readonly kind: 'declined' };

/** Creates a customer once, with consent where it is needed: nothing leaves before it, look-ups included. */
export async function sendCustomer(
  customer: ReadCustomer,
  account: Account,
  desk: SendDesk,
  notes: readonly SendNote[] = [],
): Promise<SendResult> {
  const at = account.connection.now();
  const plan = planCustomer(customer, { now: at });
  if (plan.outcome === 'invalid') return attempted(customer, account, at, { outcome: plan });

  const first = desk.guard.request(account.identity, plan.request);
  // The lock is taken before the question, so that mashing asks once.
  const permit =
    first.kind === 'sent-recently'
      ? desk.guard.request(account.identity, plan.request, { again: true })
      : first;
  if (permit.kind !== 'go') return { kind: 'in-flight' };

  let outcome: Outcome | undefined;
  try {
    if (!(await hasConsent(plan.request, account, desk, first, notes))) return { kind: 'declined' };
    const sent = await lookThenCreate(customer, account, desk);
    if (!sent) return { kind: 'declined' };
    outcome = sent.outcome;
    return attempted(customer, account, at, sent);
  } finally {
    permit.done(outcome?.customerExists ?? 'no');
  }
}

async function hasConsent(
  request: Attempt['outcome']['request'] & object,
  account: Account,
  desk: SendDesk,
  permit: SendPermit,
  notes: readonly SendNote[],
): Promise<boolean> {
  const isRepeat = permit.kind === 'sent-recently';
  const repeated = isRepeat ? [{ words: sentRecentlyWords(permit), mustAsk: true }] : [];
  const all = [...repeated, ...notes];
  const words = all.map((note) => note.words);
  if (account.kind === 'live') return desk.confirm(confirmText(request, account, words, isRepeat));
  return !all.some(({ mustAsk }) => mustAsk) || desk.ask(words.join(' '), 'Send Again');
}

type Sent = Pick<Attempt, 'outcome' | 'exchange' | 'before'>;

async function lookThenCreate(
  customer: ReadCustomer,
  account: Account,
  desk: SendDesk,
): Promise<Sent | undefined> {
  const title = `Creating a customer in ${account.label}`;
  const { connection } = account;
  const now = connection.now();
  const { request } = planCustomer(customer, { now });
  return desk.withProgress(title, async (signal) => {
    const lookUp = await findDuplicates(connection, request, { signal });
    const stopped = stopBeforeSending(customer, lookUp, { now });
    if (stopped) return { outcome: stopped };

    const before: { before?: Duplicates } = lookUp.kind === 'duplicates' ? { before: lookUp } : {};
    const words = before.before && duplicateWords(before.before);
    if (account.kind === 'live' && words && !(await desk.ask(words, 'Create Anyway'))) return undefined;

    const recorder = recordCreate(connection.fetch, connection.now);
    const recording = { ...connection, fetch: recorder.fetch };
    const outcome = await createCustomer(recording, customer, { ...before, signal });
    const exchange = await recorder.exchange();
    return { outcome, ...before, ...(exchange ? { exchange } : {}) };
  });
}

function attempted(customer: ReadCustomer, account: Account, at: number, sent: Sent): SendResult {
  const { kind, label, host, identity, connection } = account;
  return {
    kind: 'attempt',
    attempt: {
      account: { kind, label, host, identity, baseUrl: connection.baseUrl },
      customer,
      at,
      endedAt: connection.now(),
      ...sent,
    },
  };
}
