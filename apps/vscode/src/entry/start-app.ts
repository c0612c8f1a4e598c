import * as vscode from 'vscode';
import { createAccountCommands } from '../accounts/account-commands.ts';
import { createAccountStore } from '../accounts/account-store.ts';
import { createAccounts } from '../accounts/accounts.ts';
import { createLocalSandbox, createSandboxCommands } from '../accounts/sandbox.ts';
import { createStatusBar } from '../accounts/status-bar.ts';
import { type AttemptStore, createAttemptStore, type OnDidEdit } from '../attempts/attempt-store.ts';
import { createConsent } from '../create/consent.ts';
import { createCreateCommands } from '../create/create-commands.ts';
import { createLedgers } from '../create/ledgers.ts';
import { createWindowPrompts } from '../create/prompts.ts';
import { createTextDocuments, showRule } from '../editor/documents.ts';
import { createLog, type Log } from '../editor/log.ts';
import { setContextKey } from '../editor/settings.ts';
import { createDiagnostics } from '../feedback/diagnostics.ts';
import { createNotifications } from '../feedback/notifications.ts';
import type { Imports } from '../import/start-imports.ts';
import { createLanguageFeatures } from '../language/language-features.ts';
import { createPanelActions } from '../panel/panel-actions.ts';
import { createResponsePanel } from '../panel/response-panel.ts';
import { currentView } from '../panel/to-panel-view.ts';
import { isLensTarget, lensSources, openSources, pickCustomers } from '../source/chosen-customers.ts';
import type { CustomerSource } from '../source/customer-source.ts';
import { newCustomerFile, withoutEditor } from '../source/new-customer.ts';
import { pasteEdits } from '../source/paste-edits.ts';
import type { App, CommandId } from './contract.ts';
import type { EntryParts } from './host-parts.ts';

type Handler = (args: readonly unknown[]) => unknown;

/** Creates the parts of the extension and handles its commands. */
export function startApp(context: vscode.ExtensionContext, parts: EntryParts): App {
  const { customerDocuments, listen, openLedger, openImports } = parts;
  let startingImports: Promise<Imports> | undefined;
  function imports(): Promise<Imports> {
    startingImports ??= parts.loadImports().then(({ startImports }) => startImports(openImports));
    return startingImports;
  }
  const log = createLog();
  const sandbox = createLocalSandbox(listen);
  const store = createAccountStore(context.secrets, context.workspaceState);
  const accounts = createAccounts(store, sandbox, log);
  const { extensionUri } = context;
  const language = createLanguageFeatures({ ...parts, extensionUri, accounts, store, log });
  const attempts = createAttemptStore(context.workspaceState, onDidEdit);
  const texts = createTextDocuments();
  const prompts = createWindowPrompts(texts);
  const commands = createCreateCommands({
    accounts,
    attempts,
    ledgers: createLedgers(openLedger, log.redact),
    consent: createConsent(prompts, { isOncePerWindow: openLedger === undefined }),
    prompts,
    imports,
  });
  const actions = createPanelActions(attempts, commands, texts);
  const view = () => currentView(attempts, listen === undefined);
  const panel = createResponsePanel(extensionUri, attempts, view, actions.receive);
  const accountCommands = createAccountCommands(store, log);
  const sandboxCommands = createSandboxCommands(sandbox);
  context.subscriptions.push(
    log,
    language,
    attempts,
    noteAttempts(attempts, log),
    createDiagnostics(attempts, language.watches),
    panel,
    createNotifications(attempts, commands),
    createStatusBar(accounts, store, customerDocuments, attempts),
    { dispose: () => void sandbox.stop() },
  );
  if (!sandbox.canListen) setContextKey('noPorts', true);

  /** Where the focus was before the walkthrough or the panel took it. */
  let lastEditor: vscode.TextEditor | undefined;
  function rememberEditor(editor = vscode.window.activeTextEditor): void {
    if (editor && customerDocuments.all.has(editor.document)) lastEditor = editor;
  }
  rememberEditor();
  context.subscriptions.push(
    vscode.window.onDidChangeActiveTextEditor(rememberEditor),
    customerDocuments.onDidChange(() => rememberEditor()),
  );

  async function create(args: readonly unknown[]): Promise<void> {
    const [first] = args;
    if (first === 'sandbox') await store.activate(undefined);
    const sources = isLensTarget(first) ? await lensSources(first) : await chooseSources(args);
    if (sources.length > 0) await commands.create(sources);
  }

  async function chooseSources(args: readonly unknown[]): Promise<CustomerSource[]> {
    const open = await openSources(args, lastEditor);
    const found = open.length > 0 ? open : await withoutEditor();
    return found.length > 0 ? pickCustomers(found) : [];
  }

  function showResponse(): void {
    if (attempts.shown) attempts.show();
    else void vscode.window.showInformationMessage('No customer was sent from this workspace yet.');
  }

  const handlers: Readonly<Record<CommandId, Handler>> = {
    'helpcrunch.createCustomer': create,
    'helpcrunch.createHere': create,
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
    readText: texts.read,
    pasteEdits,
  };
}

const onDidEdit: OnDidEdit = (listener) =>
  vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) =>
    listener(document.uri.toString(), contentChanges),
  );

/** Logs each outcome, and sets the context keys of menus and the walkthrough. */
export function noteAttempts(attempts: AttemptStore, log: Log): vscode.Disposable {
  return attempts.onDidChange((change) => {
    if (change.kind === 'activity') setContextKey('sending', attempts.isSending);
    if (change.kind !== 'attempted') return;
    const { outcome, exchange, account } = change.attempt;
    setContextKey(outcome.outcome === 'created' ? 'hasCreated' : 'hasFailed', true);
    const answer = exchange ? ` (${exchange.status}, ${Math.round(exchange.milliseconds)} ms)` : '';
    log.info(`${account.label}: ${outcome.outcome}${answer}`);
  });
}
