import type { SendGuard } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import type { ConfirmText } from './confirm-text.ts';
import type { SendDesk } from './send-customer.ts';

/** Asks in dialogs and shows progress that can be cancelled. */
export function createEditorDesk(guard: SendGuard, showBody: (body: string) => Promise<void>): SendDesk {
  return {
    guard,
    async confirm({ message, detail, isBodyElsewhere, body }: ConfirmText) {
      if (isBodyElsewhere) await showBody(body);
      return ask(message, detail, 'Create');
    },
    ask: (words, yes) => ask(words, undefined, yes),
    withProgress(title, task) {
      const controller = new AbortController();
      const result = task(controller.signal);
      showIfSlow(title, controller, result);
      return result;
    },
  };
}

/** In milliseconds; what is done sooner needs no progress, which would only flicker. */
const patience = 300;

function showIfSlow(title: string, controller: AbortController, result: Promise<unknown>): void {
  // A failure is told by whoever waits for the result; here only the end counts.
  const ended = result.then(
    () => {},
    () => {},
  );
  const timer = setTimeout(() => {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    void vscode.window.withProgress(options, (_progress, token) => {
      token.onCancellationRequested(() => controller.abort());
      return ended;
    });
  }, patience);
  void ended.then(() => clearTimeout(timer));
}

async function ask(message: string, detail: string | undefined, yes: string): Promise<boolean> {
  const options = { modal: true, ...(detail === undefined ? {} : { detail }) };
  return (await vscode.window.showWarningMessage(message, options, yes)) === yes;
}
