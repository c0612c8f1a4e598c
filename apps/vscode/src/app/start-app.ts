import { createSendGuard } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import { createAccountCommands } from '../accounts/account-commands.ts';
import { createAccountStore } from '../accounts/account-store.ts';
import { createAccounts } from '../accounts/accounts.ts';
import { createStatusBar } from '../accounts/status-bar.ts';
import type { App, EntryParts } from '../contract/app-interface.ts';
import type { CommandId } from '../contract/command-ids.ts';
import { setContextKey } from '../editor/context-keys.ts';
import { repeatWindowSetting } from '../editor/settings.ts';
import { createLog } from '../log/log.ts';
import { createResponsePanel, type ResponsePanel } from '../panel/response-panel.ts';
import { createProblems } from '../problems/problems.ts';
import { createLocalSandbox } from '../sandbox/local-sandbox.ts';
import { createSandboxCommands } from '../sandbox/sandbox-commands.ts';
import { createEditorDesk } from '../send/editor-desk.ts';
import type { CustomerSource } from '../source/customer-source.ts';
import { isLensTarget, lensSource } from '../source/lens-source.ts';
import { newCustomerFile } from '../source/new-customer-file.ts';
import { openSources } from '../source/open-documents.ts';
import { pickCustomer } from '../source/pick-customer.ts';
import { withoutEditor } from '../source/without-editor.ts';
import { openJson } from './documents.ts';
import { createLanguageFeatures } from './language-features.ts';
import { createLastAttempt } from './last-attempt.ts';
import { createLiveSources } from './live-source.ts';
import { createPanelActions } from './panel-actions.ts';
import { createSession } from './session.ts';
import { showRule } from './show-rule.ts';

type Handler = (args: readonly unknown[]) => unknown;

/** Puts the extension together. */
export function startApp(context: vscode.ExtensionContext, parts: EntryParts): App {
  const { customerDocuments, listen } = parts;
  const log = createLog();
  const sandbox = createLocalSandbox(listen);
  const store = createAccountStore(context.secrets, context.workspaceState);
  const accounts = createAccounts(store, sandbox, log);
  const { extensionUri } = context;
  const language = createLanguageFeatures({ ...parts, extensionUri, accounts, store, log });
  const problems = createProblems(language.watches);
  const sources = createLiveSources();
  const last = createLastAttempt(context.workspaceState);
  const desk = createEditorDesk(createSendGuard({ repeatWindow: repeatWindowSetting() }), openJson);
  const session = createSession({
    accounts,
    problems,
    sources,
    last,
    desk,
    log,
    panel: () => panel,
    isBrowser: listen === undefined,
  });
  const actions = createPanelActions(session, last);
  const panel: ResponsePanel = createResponsePanel(extensionUri, session.view, actions.receive);
  const accountCommands = createAccountCommands(store, log);
  const sandboxCommands = createSandboxCommands(sandbox);
  const closeSandbox = { dispose: () => void sandbox.stop() };
  const statusBar = createStatusBar(accounts, store, customerDocuments);
  context.subscriptions.push(log, language, problems, sources, statusBar, closeSandbox);
  if (!sandbox.canListen) setContextKey('noPorts', true);

  async function create(args: readonly unknown[]): Promise<void> {
    const [first] = args;
    const source = isLensTarget(first) ? await lensSource(first) : await meantSource(args);
    if (source) await session.create(source.customer, source);
  }

  async function meantSource(args: readonly unknown[]): Promise<CustomerSource | undefined> {
    const open = await openSources(args);
    const found = open.length > 0 ? open : await withoutEditor();
    return found.length > 0 ? pickCustomer(found) : undefined;
  }

  function showResponse(): void {
    const view = session.view();
    if (view) panel.show(view);
    else void vscode.window.showInformationMessage('No customer was sent from this workspace yet.');
  }

  const handlers: Readonly<Record<CommandId, Handler>> = {
    'helpcrunch.createCustomer': create,
    'helpcrunch.newCustomerFile': newCustomerFile,
    'helpcrunch.switchAccount': accountCommands.switchTo,
    'helpcrunch.addAccount': accountCommands.add,
    'helpcrunch.renameAccount': accountCommands.rename,
    'helpcrunch.removeAccount': accountCommands.remove,
    'helpcrunch.showResponse': showResponse,
    'helpcrunch.checkOutcome': session.check,
    'helpcrunch.copyAsCurl': actions.copyCurl,
    'helpcrunch.chooseScenario': sandboxCommands.choose,
    'helpcrunch.startSandbox': sandboxCommands.start,
    'helpcrunch.stopSandbox': sandboxCommands.stop,
    'helpcrunch.showRule': ([code]) => showRule(code),
    'helpcrunch.showLog': log.show,
  };

  return {
    run: async (command, args) => handlers[command](args),
    restorePanel: panel.adopt,
  };
}
