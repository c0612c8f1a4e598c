import * as vscode from 'vscode';
import { openJson } from '../editor/open-json.ts';
import { withSlowProgress } from './progress.ts';
import type { Prompts } from './prompts.ts';

/** Asks in dialogs of this window, and shows progress in its notifications. */
export const windowPrompts: Prompts = {
  choose: async ({ message, detail, buttons }) =>
    vscode.window.showWarningMessage(message, { modal: true, detail }, ...buttons),
  showBody: openJson,
  withProgress: withSlowProgress,
  now: () => performance.now(),
};
