import { outcomeMessage } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import type { Attempt, RunEntry } from '../attempts/attempt.ts';
import type { AttemptStore } from '../attempts/attempt-store.ts';
import { findDocument } from '../editor/find-document.ts';
import { sendAfterWaitLabel } from '../panel/panel-view.ts';
import { type Finding, findingsOf } from '../problems/findings.ts';
import { placeNow } from '../problems/problem-ranges.ts';
import type { CustomerSource } from '../source/customer-source.ts';
import { lineAndColumn, reveal } from '../source/reveal.ts';
import { severalMessage } from './several-message.ts';

/** What a notification offers to do. */
export interface NotificationActions {
  check(): Promise<void>;
  sendAfterWait(): Promise<void>;
}

/** Notifies of the outcome when all that was to be sent was sent; the panel shows the details. */
export function createNotifications(attempts: AttemptStore, actions: NotificationActions): vscode.Disposable {
  return attempts.onDidChange((change) => {
    if (change.kind !== 'ended') return;
    const [first, ...others] = change.entries;
    if (others.length > 0) notifySeveral(change.entries);
    else if (first?.attempt) void notify(first.attempt, attempts.shown?.source, actions);
  });
}

/** Shows the outcome in one sentence, with the one thing to do about it. */
async function notify(
  { outcome, account }: Attempt,
  source: CustomerSource | undefined,
  actions: NotificationActions,
): Promise<void> {
  const { sentence } = outcomeMessage(outcome, account.kind, 'editor');
  switch (outcome.outcome) {
    case 'created':
    case 'dry-run':
    case 'cancelled':
    case 'needs-confirmation':
      vscode.window.setStatusBarMessage(sentence, 10_000);
      return;
    case 'unknown': {
      const check = 'Check Whether It Exists';
      if ((await vscode.window.showWarningMessage(sentence, check)) === check) await actions.check();
      return;
    }
    case 'rate-limited': {
      if ((await vscode.window.showWarningMessage(sentence, sendAfterWaitLabel)) === sendAfterWaitLabel) {
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
      const finding = findingsOf(outcome).find(({ severity }) => severity === 'error');
      await warn(sentence, finding, source);
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
  sentence: string,
  finding: Finding | undefined,
  source: CustomerSource | undefined,
): Promise<void> {
  const text = source && (await findDocument(source.uri))?.getText();
  const range = finding && source && text !== undefined ? placeNow(finding, source, text)?.range : undefined;
  const at = range && source && (await lineAndColumn(source.uri, range.offset));
  const where = at ? ` (${at})` : '';
  const more = finding && finding.sentence !== sentence ? ` ${finding.sentence}` : '';
  const show = 'Show Problem';
  const message = `${sentence}${more}${where}`;
  const chosen = await vscode.window.showWarningMessage(message, ...(range ? [show] : []));
  if (chosen === show && range && source) await reveal(source.uri, range);
}
