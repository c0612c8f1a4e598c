import * as vscode from 'vscode';
import { openJson } from '../editor/open-json.ts';
import { withSlowProgress } from './progress.ts';
import type { Modal, ModalAnswer, Prompts } from './prompts.ts';

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
