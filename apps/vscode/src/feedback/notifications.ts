import { type Outcome, outcomeMessage } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import type { Attempt, RunEntry } from '../attempts/attempt.ts';
import type { AttemptStore } from '../attempts/attempt-store.ts';
import type { CreateCommands } from '../create/create-commands.ts';
import { findDocument, lineAndColumn, reveal } from '../editor/documents.ts';
import { sendAfterWaitLabel } from '../panel/panel-view.ts';
import type { CustomerSource } from '../source/customer-source.ts';
import { issuesOf, type OutcomeIssue, placeIssue } from './outcome-issues.ts';

/** What a notification offers to do. */
type NotificationActions = Pick<CreateCommands, 'check' | 'sendAfterWait'>;

/** Shows the outcome when a run ended; the panel shows the details. */
export function createNotifications(attempts: AttemptStore, actions: NotificationActions): vscode.Disposable {
  return attempts.onDidChange((change) => {
    if (change.kind !== 'ended') return;
    const [first, ...others] = change.entries;
    if (others.length > 0) notifySeveral(change.entries);
    else if (first?.attempt) void notify(first.attempt, attempts.shown?.source, actions);
  });
}

/** The outcome in one sentence, with a button for the next step. */
async function notify(
  { outcome, account }: Attempt,
  source: CustomerSource | undefined,
  actions: NotificationActions,
): Promise<void> {
  const { message } = outcomeMessage(outcome, account.kind, 'editor');
  switch (outcome.outcome) {
    case 'created':
    case 'dry-run':
    case 'cancelled':
    case 'needs-confirmation':
      vscode.window.setStatusBarMessage(message, 10_000);
      return;
    case 'unknown': {
      const check = 'Check Whether It Exists';
      if ((await vscode.window.showWarningMessage(message, check)) === check) await actions.check();
      return;
    }
    case 'rate-limited': {
      if ((await vscode.window.showWarningMessage(message, sendAfterWaitLabel)) === sendAfterWaitLabel) {
        await actions.sendAfterWait();
      }
      return;
    }
    case 'invalid':
    case 'rejected':
    case 'user-id-taken':
    case 'unauthorized':
    case 'blocked':
    case 'not-sent': {
      const issue = issuesOf(outcome).find(({ severity }) => severity === 'error');
      await warn(message, issue, source);
      return;
    }
    default: {
      const unreachable: never = outcome;
      return unreachable;
    }
  }
}

function notifySeveral(entries: readonly RunEntry[]): void {
  const message = severalMessage(entries);
  const areAllCreated = entries.every(({ attempt }) => attempt?.outcome.customerExists === 'yes');
  if (areAllCreated) vscode.window.setStatusBarMessage(message, 10_000);
  else void vscode.window.showWarningMessage(message);
}

async function warn(
  message: string,
  issue: OutcomeIssue | undefined,
  source: CustomerSource | undefined,
): Promise<void> {
  const text = source && (await findDocument(source.uri))?.getText();
  const range = issue && source && text !== undefined ? placeIssue(issue, source, text)?.range : undefined;
  const at = range && source && (await lineAndColumn(source.uri, range.offset));
  const where = at ? ` (${at})` : '';
  const more = issue && issue.message !== message ? ` ${issue.message}` : '';
  const show = 'Show Problem';
  const chosen = await vscode.window.showWarningMessage(
    `${message}${more}${where}`,
    ...(range ? [show] : []),
  );
  if (chosen === show && range && source) await reveal(source.uri, range);
}

/** The panel lists all names. */
const maxNames = 3;

/** The outcomes of several customers, one sentence for each kind. */
export function severalMessage(entries: readonly RunEntry[]): string {
  const those = (exists: Outcome['customerExists'] | undefined) =>
    entries.filter(({ attempt }) => attempt?.outcome.customerExists === exists);
  const [created, unknown, failed, left] = [those('yes'), those('unknown'), those('no'), those(undefined)];
  const first =
    created.length === entries.length
      ? `All ${entries.length} customers were created.`
      : `${created.length} of ${entries.length} customers were created.`;
  return [
    first,
    ...(unknown.length > 0 ? [`Unknown: ${names(unknown)}.`] : []),
    ...(failed.length > 0 ? [`Not created: ${names(failed)}.`] : []),
    ...(left.length > 0 ? [`Not sent: ${names(left)}.`] : []),
  ].join(' ');
}

function names(entries: readonly RunEntry[]): string {
  const named = entries.slice(0, maxNames).map(({ name }) => name);
  const more = entries.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}
