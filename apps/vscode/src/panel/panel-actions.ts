import {
  type CreateCustomerPayload,
  commandRefusal,
  commandRefusalMessage,
  curlCommand,
  fetchCode,
  hideKeys,
  pythonCode,
} from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import type { AttemptAccount } from '../attempts/attempt.ts';
import type { AttemptStore } from '../attempts/attempt-store.ts';
import type { CreateCommands } from '../create/create-commands.ts';
import { findDocument, openFile, reveal, saveFiles, type TextDocuments } from '../editor/documents.ts';
import { customerPageSetting, openSetting } from '../editor/settings.ts';
import { issuesOf, placeIssue } from '../feedback/outcome-issues.ts';
import { readSourceAgain } from '../source/customer-source.ts';
import { createdId } from './panel-buttons.ts';
import { sentRequest, shownBody } from './panel-messages.ts';
import type { FromPanel, MessageId, PanelAction } from './panel-view.ts';

/** How a request is copied. */
export type CodeForm = 'curl command' | 'fetch code' | 'Python code';

type Code = (request: CreateCustomerPayload, account: AttemptAccount) => string;

const codeForms: Readonly<Record<CodeForm, Code>> = {
  // Whether the person's shell has the key of a live account is not known here.
  'curl command': (request, { kind, baseUrl }) =>
    curlCommand(request, baseUrl, { key: kind === 'sandbox' ? kind : 'variable-or-stop' }),
  'fetch code': (request, { baseUrl }) => fetchCode(request, baseUrl),
  'Python code': (request, { baseUrl }) => pythonCode(request, baseUrl),
};

export interface PanelActions {
  receive(message: FromPanel): Promise<void>;
  /** Copies the request of the customer that is shown; explains when there is none. */
  copyCode(form: CodeForm): Promise<void>;
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

  async function copyCode(form: CodeForm): Promise<void> {
    const attempt = attempts.shown?.attempt;
    const request = attempt && sentRequest(attempt);
    if (!attempt || !request) {
      void vscode.window.showInformationMessage(
        attempt ? 'The last customer was not sent.' : 'No request was sent yet.',
      );
      return;
    }
    const code = codeForms[form](request, attempt.account);
    const refusal = commandRefusal(code);
    // Only a command has a limit: code is run from a file.
    if (refusal === 'hidden-text' || (refusal !== undefined && form === 'curl command')) {
      void vscode.window.showWarningMessage(commandRefusalMessage(refusal, form));
      return;
    }
    await copy(code, form);
    if (attempt.account.kind === 'sandbox' && attempt.account.host === undefined) {
      const message = `${form} copied. It works while the sandbox listens on a port: run “Start Sandbox on a Port”.`;
      vscode.window.setStatusBarMessage(message, 10_000);
    }
  }

  async function open(title: string, id: MessageId): Promise<void> {
    const body = attempts.shown && shownBody(attempts.shown.attempt, id);
    if (body) await texts.open(title, body);
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
        return copy(shownBody(attempt, 'response')?.text ?? '', 'Response');
      case 'open-response':
        return open('Response', 'response');
      case 'open-request':
        return open('Request', 'request');
      case 'copy-curl':
        return copyCode('curl command');
      case 'copy-fetch':
        return copyCode('fetch code');
      case 'copy-python':
        return copyCode('Python code');
      case 'open-in-helpcrunch':
        return openCustomerPage(createdId(attempt) ?? '');
      case 'create-another':
        await vscode.commands.executeCommand('helpcrunch.newCustomerFile');
        return;
      case 'back-to-normal':
        await vscode.commands.executeCommand('helpcrunch.backToNormal');
        return;
      case 'update-key':
        await vscode.commands.executeCommand('helpcrunch.updateKey', attempt.account.identity);
        return;
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
      case 'save-results':
        return saveFiles(attempts.run?.files ?? [], attempt.uri);
      default: {
        const unreachable: never = action;
        return unreachable;
      }
    }
  }

  return {
    copyCode,
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
        case 'open-file':
          return openFile(attempts.run?.files?.[message.file]);
        default: {
          const unreachable: never = message;
          return unreachable;
        }
      }
    },
  };
}

/**
 * Opens a customer in HelpCrunch. Its documentation names no address for that, so the user copies one from the browser once.
 */
async function openCustomerPage(id: string): Promise<void> {
  const page = customerPage(customerPageSetting(), id);
  if (page !== undefined) {
    await vscode.env.openExternal(vscode.Uri.parse(page, true));
    return;
  }
  const open = 'Open Setting';
  const message =
    'Where is a customer’s page? Open any customer in HelpCrunch, copy the address, and put {id} in place of the ID.';
  if ((await vscode.window.showInformationMessage(message, open)) !== open) return;
  await openSetting('customerPage');
}

/** The address of a customer's page; `undefined` for a pattern that cannot be one. */
export function customerPage(pattern: string, id: string): string | undefined {
  const page = pattern.trim().replaceAll('{id}', encodeURIComponent(id));
  if (page === pattern.trim() || !URL.canParse(page)) return undefined;
  return new URL(page).protocol === 'https:' ? page : undefined;
}
