import type { SendGuard } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import type { ConfirmText } from './confirm-text.ts';
import { countDown } from './count-down.ts';
import type { SendDesk } from './send-customer.ts';
import type { RunAnswer } from './send-several.ts';
import { withSlowProgress } from './slow-progress.ts';

/** All that can be asked and shown around sending, in this window. */
export interface EditorDesk extends SendDesk {
  askInRun(words: string, yes: string): Promise<RunAnswer>;
  /** Waits for a moment, in milliseconds since 1970, and counts down to it; false when that was cancelled. */
  waitUntil(moment: number, title: string, stop: AbortSignal): Promise<boolean>;
}

/** Asks in dialogs and shows progress that can be cancelled. */
export function createEditorDesk(guard: SendGuard, showBody: (body: string) => Promise<void>): EditorDesk {
  return {
    guard,
    async confirm({ message, detail, isBodyElsewhere, body }: ConfirmText) {
      if (isBodyElsewhere) await showBody(body);
      return (await choose(message, detail, ['Create'])) === 'Create';
    },
    ask: async (words, yes) => (await choose(words, undefined, [yes])) === yes,
    async askInRun(words, yes) {
      const skip = 'Skip This One';
      const chosen = await choose(words, undefined, [yes, skip]);
      if (chosen === yes) return 'yes';
      return chosen === skip ? 'skip' : 'stop';
    },
    withProgress: withSlowProgress,
    waitUntil: countDown,
  };
}

async function choose(
  message: string,
  detail: string | undefined,
  buttons: readonly string[],
): Promise<string | undefined> {
  const options = { modal: true, ...(detail === undefined ? {} : { detail }) };
  return vscode.window.showWarningMessage(message, options, ...buttons);
}
