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
    withProgress: (title, task) =>
      Promise.resolve(
        vscode.window.withProgress(
          { location: vscode.ProgressLocation.Notification, title, cancellable: true },
          (_progress, token) => {
            const controller = new AbortController();
            token.onCancellationRequested(() => controller.abort());
            return task(controller.signal);
          },
        ),
      ),
  };
}

async function ask(message: string, detail: string | undefined, yes: string): Promise<boolean> {
  const options = { modal: true, ...(detail === undefined ? {} : { detail }) };
  return (await vscode.window.showWarningMessage(message, options, yes)) === yes;
}
