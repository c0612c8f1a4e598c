import * as vscode from 'vscode';
import type { ProgressTask } from './send-customer.ts';

/** In milliseconds; what is done sooner needs no progress, which would only flicker. */
const patience = 300;

/** Runs a task at once, and shows that it is under way, to be cancelled, when it takes longer than a moment. */
export function withSlowProgress<Result>(title: string, task: ProgressTask<Result>): Promise<Result> {
  const controller = new AbortController();
  let said = '';
  let show: ((words: string) => void) | undefined;
  const result = task(controller.signal, (words) => {
    said = words;
    show?.(words);
  });
  // A failure is told by whoever waits for the result; here only the end counts.
  const ended = result.then(
    () => {},
    () => {},
  );
  const timer = setTimeout(() => {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    void vscode.window.withProgress(options, (progress, token) => {
      token.onCancellationRequested(() => controller.abort());
      show = (message) => progress.report({ message });
      if (said !== '') show(said);
      return ended;
    });
  }, patience);
  void ended.then(() => clearTimeout(timer));
  return result;
}
