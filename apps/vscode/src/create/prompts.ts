import * as vscode from 'vscode';
import { openJson } from '../editor/documents.ts';

/** A question in a dialog that blocks the window. */
export interface Modal {
  readonly message: string;
  readonly detail: string;
  /** Enter chooses the first one. */
  readonly buttons: readonly string[];
}

export interface ModalAnswer {
  /** `undefined` when the dialog was closed in another way than by a button. */
  readonly button: string | undefined;
  /** How long the dialog was there, in milliseconds. */
  readonly openMs: number;
}

/** A task's progress, which a person can cancel. */
export interface SendProgress {
  /** Aborted when the person cancels. */
  readonly signal: AbortSignal;
  cancel(): void;
  report(message: string): void;
  /** Hides the progress while something is asked. */
  hideWhile<Result>(task: () => Promise<Result>): Promise<Result>;
  /** Counts down to a moment, in milliseconds since 1970; settles then, or when the person cancels. */
  waitUntil(moment: number): Promise<void>;
}

/** How a person is asked, and sees that something is under way. */
export interface Prompts {
  choose(modal: Modal): Promise<ModalAnswer>;
  /** Shows a body that is too long for a dialog. */
  showBody(body: string): Promise<void>;
  withProgress<Result>(title: string, task: (progress: SendProgress) => Promise<Result>): Promise<Result>;
}

/** Asks in dialogs of this window, and shows progress in its notifications. */
export const windowPrompts: Prompts = { choose, showBody: openJson, withProgress: withSlowProgress };

async function choose({ message, detail, buttons }: Modal): Promise<ModalAnswer> {
  const answer = vscode.window.showWarningMessage(message, { modal: true, detail }, ...buttons);
  // A busy window opens the dialog late. It answers in order, so that the dialog is there once this command is done.
  let openedAt: number | undefined;
  void vscode.commands.executeCommand('setContext', 'helpcrunch.asking', true).then(() => {
    openedAt = performance.now();
  });
  const button = await answer;
  return { button, openMs: openedAt === undefined ? 0 : performance.now() - openedAt };
}

/** In milliseconds; what is done sooner needs no progress, which would only flicker. */
const patienceMs = 100;

/** Runs a task, and shows in a notification that it is under way when it takes longer than a moment. */
async function withSlowProgress<Result>(
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
