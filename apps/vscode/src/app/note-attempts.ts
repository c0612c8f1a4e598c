import type * as vscode from 'vscode';
import type { AttemptStore } from '../attempts/attempt-store.ts';
import { setContextKey } from '../editor/context-keys.ts';
import type { Log } from '../log/log.ts';

/** Logs what came of each attempt, and sets what menus and the walkthrough go by. */
export function noteAttempts(attempts: AttemptStore, log: Log): vscode.Disposable {
  return attempts.onDidChange((change) => {
    if (change.kind === 'activity') setContextKey('sending', attempts.isSending);
    if (change.kind !== 'attempted') return;
    const { outcome, exchange, account } = change.attempt;
    setContextKey(outcome.outcome === 'created' ? 'hasCreated' : 'hasFailed', true);
    const answer = exchange ? ` (${exchange.status}, ${Math.round(exchange.milliseconds)} ms)` : '';
    log.info(`${account.label}: ${outcome.outcome}${answer}`);
  });
}
