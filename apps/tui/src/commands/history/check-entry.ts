import {
  apiKeyMessages,
  baseUrlMessages,
  type Created,
  outcomeMessage,
  outcomeTraits,
  type SentAttempt,
} from '@helpcrunch-customer-kit/core';
import {
  type Account,
  type AccountReading,
  checkSent,
  findLiveAccount,
} from '@helpcrunch-customer-kit/local';
import type { HistoryEntry, LedgerOptions } from '@helpcrunch-customer-kit/local/ledger';
import type { Arguments } from '../../command-line/arguments.ts';
import { type CommandEnd, errorIssue } from '../command.ts';
import type { CommandContext } from '../reporting-command.ts';
import { toEntryResult } from './entry.ts';

/** Looks for the customer of a create that is unresolved, and records that it was found. */
export async function checkEntry(
  entry: HistoryEntry,
  ledgers: LedgerOptions,
  context: CommandContext,
  sandbox: Arguments['values'][string],
): Promise<CommandEnd> {
  const { id, state, attempt } = entry;
  const data = { entry: toEntryResult(entry) };
  if (state === 'sending') {
    return {
      outcome: 'unknown',
      data,
      issues: [errorIssue('in-flight', 'This customer is being sent at this moment.')],
      next: [`When that has ended, run: ${context.command(['history', 'check', id])}`],
    };
  }
  if (state !== 'unknown' || !attempt) {
    const { title, exitCode } = outcomeTraits[state];
    const line = `Known already: ${title}.`;
    return exitCode === 0
      ? { outcome: state, data, lines: [line] }
      : { outcome: state, data, issues: [errorIssue(state, line)] };
  }
  const sent = { ...entry, attempt };
  if (sandbox !== undefined) {
    const { sandboxAccount, validateSandboxUrl } = await import('../../account/sandbox-account.ts');
    const url = sandbox === true ? '' : String(sandbox);
    const message = validateSandboxUrl(url);
    if (message !== undefined) return { outcome: 'invalid', issues: [errorIssue('usage', message)] };
    return lookFor(sent, await sandboxAccount(url), ledgers, context);
  }
  if (entry.host === undefined) return sandboxEnd(entry, context);
  const reading = await findAccount(context);
  if (reading.kind !== 'ready') return withoutAccount(reading, entry);
  return lookFor(sent, reading.account, ledgers, context);
}

/** Only the sandbox itself has its customers. */
function sandboxEnd(entry: HistoryEntry, { command }: CommandContext): CommandEnd {
  const message = 'This customer was sent to a sandbox, so nothing was looked up.';
  return {
    outcome: 'invalid',
    data: { entry: toEntryResult(entry) },
    issues: [errorIssue('sandbox', message)],
    next: [
      `While the sandbox runs, look there with: ${command(['history', 'check', entry.id, '--sandbox=URL'])}`,
      `To forget this create, run: ${command(['history', 'forget', entry.id])}`,
    ],
  };
}

/** The live account that is in use now. */
async function findAccount({ environment, keys, note, redactor }: CommandContext): Promise<AccountReading> {
  const found = await findLiveAccount(environment, keys);
  if (found.note !== undefined) note(found.note);
  if (found.reading.kind === 'ready') redactor.learn(found.reading.account.connection.apiKey);
  return found.reading;
}

async function lookFor(
  entry: HistoryEntry & { readonly attempt: SentAttempt },
  account: Account,
  ledgers: LedgerOptions,
  { redactor, signal, command, adjust }: CommandContext,
): Promise<CommandEnd> {
  const { id } = entry;
  const connection = adjust(account.connection);
  const { hide } = redactor;
  const found = await checkSent(entry, { ...ledgers, account: { ...account, connection }, hide, signal });
  if (found.kind === 'other-host') {
    const message =
      entry.host === undefined
        ? `The sandbox at ${account.host} did not get this customer: it is not running, or it was restarted.`
        : `This customer was sent to ${entry.host}, and ${account.host ?? 'another host'} is in use.`;
    return {
      outcome: 'invalid',
      data: { entry: toEntryResult(entry) },
      issues: [errorIssue('invalid', message)],
      next: entry.host === undefined ? [] : ['Set HELPCRUNCH_BASE_URL and the API key of that account.'],
    };
  }
  const { outcome: checked, isSameAccount } = found;
  if (checked.outcome === 'created' && isSameAccount) return createdEnd(entry, checked, account);
  const data = { entry: toEntryResult(entry) };
  const forget = `To forget this create, run: ${command(['history', 'forget', id])}`;
  if (isSameAccount) {
    const { message, next } = outcomeMessage(checked, account.kind);
    return { outcome: 'unknown', data, issues: [errorIssue('unknown', message)], next: [...next, forget] };
  }
  const seen = checked.outcome === 'created' ? 'shows such a customer' : 'does not show the customer';
  const message = `Can't tell: this customer was sent with another API key. The account of the key in use ${seen}.`;
  return {
    outcome: 'unknown',
    data: {
      ...data,
      ...(checked.outcome === 'created' && checked.customer ? { customer: checked.customer } : {}),
    },
    issues: [errorIssue('another-key', message)],
    next: ['Check it with the key that it was sent with.', forget],
  };
}

function createdEnd(entry: HistoryEntry, created: Created, { kind }: Account): CommandEnd {
  const { customer } = created;
  const { request: _, ...shown } = toEntryResult(entry);
  return {
    outcome: 'created',
    data: {
      entry: { ...shown, state: 'created', unresolved: false },
      ...(customer ? { customer } : {}),
    },
    lines: [outcomeMessage(created, kind).message],
  };
}

function withoutAccount(
  reading: Exclude<AccountReading, { kind: 'ready' }>,
  entry: HistoryEntry,
): CommandEnd {
  const data = { entry: toEntryResult(entry) };
  return reading.kind === 'no-key'
    ? {
        outcome: 'unauthorized',
        data,
        issues: [errorIssue(`api-key-${reading.issue}`, apiKeyMessages[reading.issue])],
        next: ['Set HELPCRUNCH_API_KEY, or save a key with the login command.'],
      }
    : {
        outcome: 'invalid',
        data,
        issues: [errorIssue(`base-url-${reading.issue}`, baseUrlMessages[reading.issue])],
        next: ['Check HELPCRUNCH_BASE_URL.'],
      };
}
