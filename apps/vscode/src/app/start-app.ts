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
import { pasteEdits } from '../paste/paste-edits.ts';
import { createProblems } from '../problems/problems.ts';
import { createLocalSandbox } from '../sandbox/local-sandbox.ts';
import { createSandboxCommands } from '../sandbox/sandbox-commands.ts';
import { createEditorDesk } from '../send/editor-desk.ts';
import type { CustomerSource } from '../source/customer-source.ts';
import { isLensTarget, lensSource } from '../source/lens-source.ts';
import { newCustomerFile } from '../source/new-customer-file.ts';
import { openSources } from '../source/open-documents.ts';
import { pickCustomers } from '../source/pick-customers.ts';
import { withoutEditor } from '../source/without-editor.ts';
import { announce, announceSeveral } from './announce.ts';
import { currentView } from './current-view.ts';
import { openJson } from './documents.ts';
import { createLanguageFeatures } from './language-features.ts';
import { createLastAttempt } from './last-attempt.ts';
import { createLiveSources } from './live-source.ts';
import { createPanelActions } from './panel-actions.ts';
import { sendAgain } from './resend.ts';
import { createSession, type Session } from './session.ts';
import { showRule } from './show-rule.ts';
import { createWaitAndSend, type WaitAndSend } from './wait-and-send.ts';

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
  const view = () => currentView(last, { isBrowser: listen === undefined, isWaiting: afterWait.isWaiting });
  function refresh(): void {
    const current = view();
    if (current) panel.show(current);
  }
  function update(): void {
    const current = view();
    if (current) panel.update(current);
  }
  const session: Session = createSession({
    accounts,
    problems,
    sources,
    last,
    desk,
    log,
    refresh,
    setBusy: (isBusy) => panel.setBusy(isBusy),
    announce: (attempt, source) =>
      void announce(attempt, source, { check: session.check, sendAfterWait: afterWait.start }),
    announceSeveral,
  });
  const afterWait: WaitAndSend = createWaitAndSend(session, accounts, last, desk, update);
  const again = { now: () => sendAgain(session, accounts, last, desk), afterWait };
  const actions = createPanelActions(session, last, again, refresh);
  const panel: ResponsePanel = createResponsePanel(extensionUri, view, actions.receive);
  const accountCommands = createAccountCommands(store, log);
  const sandboxCommands = createSandboxCommands(sandbox);
  const closeSandbox = { dispose: () => void sandbox.stop() };
  const statusBar = createStatusBar(accounts, store, customerDocuments);
  context.subscriptions.push(log, language, problems, sources, statusBar, closeSandbox);
  if (!sandbox.canListen) setContextKey('noPorts', true);

  async function create(args: readonly unknown[]): Promise<void> {
    const [first] = args;
    if (!isLensTarget(first)) return session.create(await meantSources(args));
    const source = await lensSource(first);
    if (source) await session.create([source]);
  }

  async function meantSources(args: readonly unknown[]): Promise<CustomerSource[]> {
    const open = await openSources(args);
    const found = open.length > 0 ? open : await withoutEditor();
    return found.length > 0 ? pickCustomers(found) : [];
  }

  function showResponse(): void {
    if (view()) refresh();
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
    pasteEdits,
  };
}
