import { commandRefusalMessage, curlCommand, hideKeys } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import type { AttemptStore } from '../attempts/attempt-store.ts';
import type { CreateCommands } from '../create/create-commands.ts';
import { findDocument, reveal, type TextDocuments } from '../editor/documents.ts';
import { issuesOf, placeIssue } from '../feedback/outcome-issues.ts';
import { readSourceAgain } from '../source/customer-source.ts';
import { bodyText, createdId, sentRequest } from './panel-sections.ts';
import type { FromPanel, PanelAction } from './panel-view.ts';

export interface PanelActions {
  receive(message: FromPanel): Promise<void>;
  copyCurl(): Promise<void>;
}

/** What the buttons of the panel do. */
export function createPanelActions(
  attempts: AttemptStore,
  commands: Omit<CreateCommands, 'create'>,
  texts: TextDocuments,
): PanelActions {
  async function copy(text: string, what: string): Promise<void> {
    await vscode.env.clipboard.writeText(hideKeys(text));
    vscode.window.setStatusBarMessage(`${what} copied.`, 5000);
  }

  async function copyCurl(): Promise<void> {
    const attempt = attempts.shown?.attempt;
    const request = attempt && sentRequest(attempt);
    if (!attempt || !request) {
      const message = attempt ? 'The last customer was not sent.' : 'No request was sent yet.';
      void vscode.window.showInformationMessage(message);
      return;
    }
    const { kind, host, baseUrl } = attempt.account;
    if (kind === 'sandbox' && host === undefined) {
      void vscode.window.showInformationMessage(
        'curl can\'t reach the sandbox inside this window. Run "HelpCrunch: Start Sandbox on a Port", then send again.',
      );
      return;
    }
    // Whether a shell of this person has the key is not known here.
    const made = curlCommand(request, baseUrl, { key: kind === 'sandbox' ? kind : 'variable-or-stop' });
    if (made.ok) return copy(made.text, 'curl command');
    void vscode.window.showInformationMessage(commandRefusalMessage(made.reason, 'curl command'));
  }

  async function showSource(problem: number | undefined): Promise<void> {
    const { attempt, source } = attempts.shown ?? {};
    if (attempt?.uri === undefined) return;
    const issue = problem === undefined ? undefined : issuesOf(attempt.outcome)[problem];
    const text = (await findDocument(attempt.uri))?.getText() ?? '';
    const unchanged = issue && source ? placeIssue(issue, source, text)?.range : undefined;
    if (unchanged) return reveal(attempt.uri, unchanged);
    const found = await readSourceAgain(attempt, source);
    // A value that was changed since is shown at its path, else the customer's beginning is.
    const range = found && issue ? placeIssue(issue, found, text)?.range : undefined;
    await reveal(attempt.uri, range ?? { offset: found?.piece.offset ?? 0, length: 0 });
  }

  async function act(action: PanelAction): Promise<void> {
    const attempt = attempts.shown?.attempt;
    if (!attempt) return;
    switch (action) {
      case 'copy-id':
        return copy(createdId(attempt) ?? '', 'ID');
      case 'copy-response':
        return copy(bodyText(attempt, 'response') ?? '', 'Response');
      case 'open-response':
        await texts.open('Response', bodyText(attempt, 'response') ?? '');
        return;
      case 'open-request':
        await texts.open('Request', bodyText(attempt, 'request') ?? '');
        return;
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
