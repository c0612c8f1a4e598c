import * as vscode from 'vscode';
import { createAccountCommands } from '../accounts/account-commands.ts';
import { createAccountStore } from '../accounts/account-store.ts';
import { createAccounts } from '../accounts/accounts.ts';
import { createStatusBar } from '../accounts/status-bar.ts';
import { createAttemptStore, type OnDidEdit } from '../attempts/attempt-store.ts';
import type { App, EntryParts } from '../contract/app-interface.ts';
import type { CommandId } from '../contract/command-ids.ts';
import { createConsent } from '../create/consent.ts';
import { createCreateCommands } from '../create/create-commands.ts';
import { createLedgers } from '../create/ledgers.ts';
import { windowPrompts } from '../create/window-prompts.ts';
import { setContextKey } from '../editor/context-keys.ts';
import { showRule } from '../editor/show-rule.ts';
import { createLog } from '../log/log.ts';
import { createNotifications } from '../notifications/notifications.ts';
import { currentView } from '../panel/current-view.ts';
import { createPanelActions } from '../panel/panel-actions.ts';
import { createResponsePanel } from '../panel/response-panel.ts';
import { pasteEdits } from '../paste/paste-edits.ts';
import { createProblems } from '../problems/problems.ts';
import { createLocalSandbox } from '../sandbox/local-sandbox.ts';
import { createSandboxCommands } from '../sandbox/sandbox-commands.ts';
import type { CustomerSource } from '../source/customer-source.ts';
import { isLensTarget, lensSource } from '../source/lens-source.ts';
import { newCustomerFile } from '../source/new-customer-file.ts';
import { openSources } from '../source/open-documents.ts';
import { pickCustomers } from '../source/pick-customers.ts';
import { withoutEditor } from '../source/without-editor.ts';
import { createLanguageFeatures } from './language-features.ts';
import { noteAttempts } from './note-attempts.ts';

type Handler = (args: readonly unknown[]) => unknown;

/** Puts the extension together. */
export function startApp(context: vscode.ExtensionContext, parts: EntryParts): App {
  const { customerDocuments, listen, openLedger } = parts;
  const log = createLog();
  const sandbox = createLocalSandbox(listen);
  const store = createAccountStore(context.secrets, context.workspaceState);
  const accounts = createAccounts(store, sandbox, log);
  const { extensionUri } = context;
  const language = createLanguageFeatures({ ...parts, extensionUri, accounts, store, log });
  const attempts = createAttemptStore(context.workspaceState, onDidEdit);
  const commands = createCreateCommands({
    accounts,
    attempts,
    ledgers: createLedgers(openLedger, log.redact),
    consent: createConsent(windowPrompts, { isOncePerWindow: openLedger === undefined }),
    prompts: windowPrompts,
  });
  const actions = createPanelActions(attempts, commands);
  const view = () => currentView(attempts, listen === undefined);
  const panel = createResponsePanel(extensionUri, attempts, view, actions.receive);
  const accountCommands = createAccountCommands(store, log);
  const sandboxCommands = createSandboxCommands(sandbox);
  context.subscriptions.push(
    log,
    language,
    attempts,
    noteAttempts(attempts, log),
    createProblems(attempts, language.watches),
    panel,
    createNotifications(attempts, commands),
    createStatusBar(accounts, store, customerDocuments, attempts),
    { dispose: () => void sandbox.stop() },
  );
  if (!sandbox.canListen) setContextKey('noPorts', true);

  async function create(args: readonly unknown[]): Promise<void> {
    const [first] = args;
    if (!isLensTarget(first)) return commands.create(await meantSources(args));
    const source = await lensSource(first);
    if (source) await commands.create([source]);
  }

  async function meantSources(args: readonly unknown[]): Promise<CustomerSource[]> {
    const open = await openSources(args);
    const found = open.length > 0 ? open : await withoutEditor();
    return found.length > 0 ? pickCustomers(found) : [];
  }

  function showResponse(): void {
    if (attempts.shown) attempts.show();
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
    'helpcrunch.checkOutcome': commands.check,
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

const onDidEdit: OnDidEdit = (listener) =>
  vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) =>
    listener(document.uri.toString(), contentChanges),
  );
