import * as vscode from 'vscode';
import type { ModalAnswer, PreviewQuestion, Previews } from './preview.ts';

/** A question in a dialog that blocks the window. */
export interface Modal {
  readonly message: string;
  readonly detail: string;
  /** Enter chooses the first one. */
  readonly buttons: readonly string[];
  /** It follows a dialog that was just closed. */
  readonly isRepeated: boolean;
}

/** A task's progress, which the user can cancel. */
export interface SendProgress {
  /** Aborted when the user cancels. */
  readonly signal: AbortSignal;
  cancel(): void;
  /** `part` of the whole, from 0 to 1, is shown as a bar. */
  report(message: string, part?: number): void;
  /** Hides the progress while a question is open. */
  hideWhile<Result>(task: () => Promise<Result>): Promise<Result>;
  /** Counts down to a moment, in milliseconds since 1970; settles then, or when the user cancels. */
  waitUntil(moment: number): Promise<void>;
}

/** How the user is asked and sees progress. */
export interface Prompts {
  choose(modal: Modal): Promise<ModalAnswer>;
  /** Asks about a body that is too long for a dialog. */
  chooseInPreview(question: PreviewQuestion): Promise<ModalAnswer>;
  withProgress<Result>(title: string, task: (progress: SendProgress) => Promise<Result>): Promise<Result>;
}

/**
 * Asks in dialogs of this window, and shows progress in its notifications, a wait only while the panel, which counts down as
 * well, is not in view.
 */
export function createWindowPrompts(previews: Previews, isPanelInView: () => boolean): Prompts {
  return {
    choose,
    chooseInPreview: previews.ask,
    withProgress: (title, task) => withSlowProgress(title, isPanelInView, task),
  };
}

/** In milliseconds. After a dialog closed, the panel takes its focus back; a dialog that opened sooner would lose its own. */
const focusReturnMs = 300;

async function choose({ message, detail, buttons, isRepeated }: Modal): Promise<ModalAnswer> {
  if (isRepeated) await new Promise((resolve) => setTimeout(resolve, focusReturnMs));
  const answer = vscode.window.showWarningMessage(message, { modal: true, detail }, ...buttons);
  // A busy window opens the dialog late. It runs calls in order: once this command is done, the dialog is open.
  let openedAt: number | undefined;
  void vscode.commands.executeCommand('setContext', 'helpcrunch.asking', true).then(() => {
    openedAt = performance.now();
  });
  const button = await answer;
  return { button, openMs: openedAt === undefined ? 0 : performance.now() - openedAt };
}

/** In milliseconds: the progress of a shorter task would only flicker. */
const progressDelayMs = 100;

/** Runs a task, and shows its progress in a notification when it takes longer. */
async function withSlowProgress<Result>(
  title: string,
  isPanelInView: () => boolean,
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
          if (isPanelInView()) notification.hide();
          else notification.show();
          // To the next whole second, so that the countdown is even.
          await pause(left % 1000 || 1000, signal);
        }
        notification.show();
      },
    });
  } finally {
    notification.hide();
  }
}

interface Notification {
  show(): void;
  hide(): void;
  readonly report: SendProgress['report'];
}

function createNotification(title: string, cancel: () => void): Notification {
  let message = '';
  let percent = 0;
  let display: (() => void) | undefined;
  let close: (() => void) | undefined;
  return {
    show() {
      if (close) return;
      const { promise: closed, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(() => {
        const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
        void vscode.window.withProgress(options, (progress, token) => {
          token.onCancellationRequested(cancel);
          let shown = 0;
          display = () => {
            // An increment of 0 would end the bar of a task without parts.
            progress.report({ message, ...(percent > shown ? { increment: percent - shown } : {}) });
            shown = percent;
          };
          if (message !== '') display();
          return closed;
        });
      }, progressDelayMs);
      close = () => {
        clearTimeout(timer);
        [display, close] = [undefined, undefined];
        resolve();
      };
    },
    hide: () => close?.(),
    report(text, part) {
      message = text;
      if (part !== undefined) percent = 100 * part;
      display?.();
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
