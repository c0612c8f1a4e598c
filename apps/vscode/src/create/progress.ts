import * as vscode from 'vscode';
import type { SendProgress } from './prompts.ts';

/** In milliseconds; what is done sooner needs no progress, which would only flicker. */
const patienceMs = 100;

/** Runs a task, and shows in a notification that it is under way when it takes longer than a moment. */
export async function withSlowProgress<Result>(
  title: string,
  task: (progress: SendProgress) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const notification = createNotification(title, () => controller.abort());
  const { signal } = controller;
  const { report } = notification;
  notification.show();
  try {
    return await task({
      signal,
      cancel: () => controller.abort(),
      report,
      async hideWhile(ask) {
        notification.hide();
        try {
          return await ask();
        } finally {
          notification.show();
        }
      },
      async waitUntil(moment) {
        for (let left = moment - Date.now(); left > 0 && !signal.aborted; left = moment - Date.now()) {
          report(`in ${Math.ceil(left / 1000)} s`);
          // To the next whole second, so that the numbers change evenly.
          await pause(left % 1000 || 1000, signal);
        }
      },
    });
  } finally {
    notification.hide();
  }
}

interface Notification {
  show(): void;
  hide(): void;
  readonly report: (message: string) => void;
}

function createNotification(title: string, cancel: () => void): Notification {
  let latest = '';
  let display: ((message: string) => void) | undefined;
  let close: (() => void) | undefined;
  return {
    show() {
      const { promise: closed, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(() => {
        const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
        void vscode.window.withProgress(options, (progress, token) => {
          token.onCancellationRequested(cancel);
          display = (message) => progress.report({ message });
          if (latest !== '') display(latest);
          return closed;
        });
      }, patienceMs);
      close = () => {
        clearTimeout(timer);
        display = undefined;
        resolve();
      };
    },
    hide: () => close?.(),
    report(message) {
      latest = message;
      display?.(message);
    },
  };
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
