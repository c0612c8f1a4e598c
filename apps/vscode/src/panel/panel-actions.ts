import { curlCommand, hideKeys } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import type { AttemptStore } from '../attempts/attempt-store.ts';
import { sourceNow } from '../attempts/source-now.ts';
import { findDocument } from '../editor/find-document.ts';
import { openJson } from '../editor/open-json.ts';
import { findingsOf } from '../problems/findings.ts';
import { placeNow } from '../problems/problem-ranges.ts';
import { reveal } from '../source/reveal.ts';
import { bodyText } from './body-text.ts';
import type { FromPanel } from './panel-message.ts';
import type { PanelAction } from './panel-view.ts';

export interface PanelActions {
  receive(message: FromPanel): Promise<void>;
  copyCurl(): Promise<void>;
}

/** What the panel's buttons do that sends or looks something up. */
export interface PanelCommands {
  sendAgain(): Promise<void>;
  sendAfterWait(): Promise<void>;
  check(): Promise<void>;
}

/** What the buttons of the panel do. */
export function createPanelActions(attempts: AttemptStore, commands: PanelCommands): PanelActions {
  async function copy(text: string, what: string): Promise<void> {
    await vscode.env.clipboard.writeText(hideKeys(text));
    vscode.window.setStatusBarMessage(`${what} copied.`, 5000);
  }

  async function copyCurl(): Promise<void> {
    const attempt = attempts.shown?.attempt;
    const request = attempt?.outcome.request;
    if (attempt && request) await copy(curlCommand(request, attempt.account.baseUrl), 'curl command');
    else void vscode.window.showInformationMessage('There is no request to copy yet.');
  }

  async function showSource(problem: number | undefined): Promise<void> {
    const { attempt, source } = attempts.shown ?? {};
    if (attempt?.uri === undefined) return;
    const finding = problem === undefined ? undefined : findingsOf(attempt.outcome)[problem];
    const text = (await findDocument(attempt.uri))?.getText() ?? '';
    const stands = finding && source ? placeNow(finding, source, text)?.range : undefined;
    if (stands) return reveal(attempt.uri, stands);
    const found = await sourceNow(attempt, source);
    // What was changed since is shown where it stood, else at the customer's beginning.
    const range = found && finding ? placeNow(finding, found, text)?.range : undefined;
    await reveal(attempt.uri, range ?? { offset: found?.piece.offset ?? 0, length: 0 });
  }

  async function act(action: PanelAction): Promise<void> {
    const attempt = attempts.shown?.attempt;
    if (!attempt) return;
    switch (action) {
      case 'copy-response':
        return copy(bodyText(attempt, 'response') ?? '', 'Response');
      case 'open-response':
        return openJson(bodyText(attempt, 'response') ?? '');
      case 'open-request':
        return openJson(bodyText(attempt, 'request') ?? '');
      case 'copy-curl':
        return copyCurl();
      case 'show-source':
        return showSource(undefined);
      case 'send-again':
        return commands.sendAgain();
      case 'send-after-wait':
        return commands.sendAfterWait();
      case 'stop-waiting':
        return attempts.wait?.stop();
      case 'check':
        return commands.check();
      default: {
        const unreachable: never = action;
        return unreachable;
      }
    }
  }

  return {
    copyCurl,
    async receive(message) {
      switch (message.type) {
        case 'ready':
          return;
        case 'action':
          return act(message.action);
        case 'reveal':
          return showSource(message.problem);
        case 'choose':
          return attempts.choose(message.entry);
        default: {
          const unreachable: never = message;
          return unreachable;
        }
      }
    },
  };
}
