import * as vscode from 'vscode';

/** Counts down to a moment in a notification; true once it is there, false when it was cancelled here or there. */
export async function countDown(moment: number, title: string, stop: AbortSignal): Promise<boolean> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const cancelled = new AbortController();
    token.onCancellationRequested(() => cancelled.abort());
    const over = AbortSignal.any([stop, cancelled.signal]);
    while (!over.aborted) {
      const left = moment - Date.now();
      if (left <= 0) return true;
      progress.report({ message: `in ${Math.ceil(left / 1000)} s` });
      // To the next whole second, so that the numbers change evenly.
      await pause(left % 1000 || 1000, over);
    }
    return false;
  });
}

async function pause(milliseconds: number, over: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      over.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    over.addEventListener('abort', end);
  });
}
