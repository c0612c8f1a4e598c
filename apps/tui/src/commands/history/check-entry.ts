import {
  apiKeyWords,
  baseUrlWords,
  type Created,
  checkCustomer,
  outcomeMessage,
  outcomeTraits,
  type SentAttempt,
  type Unknown,
} from '@helpcrunch-customer-kit/core';
import type { Account, AccountReading } from '@helpcrunch-customer-kit/local';
import {
  createFileLedger,
  type HistoryEntry,
  type LedgerOptions,
} from '@helpcrunch-customer-kit/local/ledger';
import { type HistoryEnd, historyEnd, toEntryResult } from './history-result.ts';

export interface CheckDeps {
  readonly ledgers: LedgerOptions;
  readonly hide: (text: string) => string;
  /** The live account that is in use now. */
  readonly findAccount: () => Promise<AccountReading>;
  readonly signal: AbortSignal;
  readonly command: (words: readonly string[]) => string;
}

/** Looks for the customer of a create that is unresolved, and writes down that it was found. */
export async function checkEntry(entry: HistoryEntry, deps: CheckDeps): Promise<HistoryEnd> {
  const { id, state, attempt } = entry;
  const shown = toEntryResult(entry);
  if (state === 'sending') {
    return historyEnd({
      outcome: 'in-flight',
      exitCode: outcomeTraits.unknown.exitCode,
      entry: shown,
      sentence: 'This customer is being sent at this moment.',
      next: [`When that has ended, run: ${deps.command(['history', 'check', id])}`],
    });
  }
  if (state !== 'unknown' || !attempt) {
    const { exitCode, retryable, title } = outcomeTraits[state];
    return historyEnd({
      outcome: state,
      exitCode,
      retryable,
      entry: shown,
      sentence: `Known already: ${title}.`,
    });
  }
  const reading = await deps.findAccount();
  if (reading.kind !== 'ready') return withoutAccount(reading, entry);
  const { account } = reading;
  return account.host === entry.host
    ? lookFor({ ...entry, attempt }, account, deps)
    : historyEnd({
        outcome: 'invalid',
        exitCode: outcomeTraits.invalid.exitCode,
        entry: shown,
        sentence: `This customer was sent to ${entry.host ?? 'a sandbox'}, and ${account.host ?? 'another host'} is in use.`,
        next: ['Set HELPCRUNCH_BASE_URL and the API key of that account.'],
      });
}

async function lookFor(
  entry: HistoryEntry & { readonly attempt: SentAttempt },
  { connection, ledgerAccount }: Account,
  { ledgers, hide, signal, command }: CheckDeps,
): Promise<HistoryEnd> {
  const { id, attempt } = entry;
  if (!ledgerAccount) throw new Error('a live account has a ledger');
  const ledger = createFileLedger({ ...ledgers, account: ledgerAccount, hide });
  const isSameAccount = await ledger.isOwn(id);
  const { request } = attempt;
  const unresolved: Unknown = {
    outcome: 'unknown',
    customerExists: 'unknown',
    reason: 'sent-earlier',
    issues: [],
    request,
    attempt,
    // What another account has is no proof.
    ...(isSameAccount ? { ledgerId: id } : {}),
  };
  const checked = await checkCustomer(unresolved, { connection, ledger, signal });
  await ledger.idle();
  if (checked.outcome === 'created' && isSameAccount) return found(entry, checked);
  const forget = `To forget this create, run: ${command(['history', 'forget', id])}`;
  const exitCode = signal.aborted ? 130 : outcomeTraits.unknown.exitCode;
  if (!isSameAccount) {
    const seen = checked.outcome === 'created' ? 'shows such a customer' : 'does not show the customer';
    return historyEnd({
      outcome: 'unknown',
      exitCode,
      entry: toEntryResult(entry),
      ...(checked.outcome === 'created' && checked.customer ? { customer: checked.customer } : {}),
      sentence: `Can't tell: this customer was sent with another API key. The account of the key in use ${seen}.`,
      next: ['Check it with the key that it was sent with.', forget],
    });
  }
  const { sentence, next } = outcomeMessage(checked, 'live');
  return historyEnd({
    outcome: 'unknown',
    exitCode,
    entry: toEntryResult(entry),
    sentence,
    next: [...next, forget],
  });
}

function found(entry: HistoryEntry, created: Created): HistoryEnd {
  const { customer } = created;
  const { request: _, ...shown } = toEntryResult(entry);
  return historyEnd({
    outcome: 'created',
    exitCode: outcomeTraits.created.exitCode,
    entry: { ...shown, state: 'created', unresolved: false },
    ...(customer ? { customer } : {}),
    sentence: outcomeMessage(created, 'live').sentence,
  });
}

function withoutAccount(
  reading: Exclude<AccountReading, { kind: 'ready' }>,
  entry: HistoryEntry,
): HistoryEnd {
  const outcome = reading.kind === 'no-key' ? 'unauthorized' : 'invalid';
  return historyEnd({
    outcome,
    exitCode: outcomeTraits[outcome].exitCode,
    entry: toEntryResult(entry),
    sentence: reading.kind === 'no-key' ? apiKeyWords[reading.problem] : baseUrlWords[reading.problem],
    next:
      reading.kind === 'no-key'
        ? ['Set HELPCRUNCH_API_KEY, or keep a key with the command login.']
        : ['Check HELPCRUNCH_BASE_URL.'],
  });
}
