import * as vscode from 'vscode';
import { createAccountCommands } from '../accounts/account-commands.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import { type Accounts, createAccounts } from '../accounts/accounts.ts';
import { createLocalSandbox, createSandboxCommands } from '../accounts/sandbox.ts';
import { createStatusBar } from '../accounts/status-bar.ts';
import { createPlanQuestions } from '../agents/plan-questions.ts';
import { type AttemptStore, createAttemptStore, type OnDidEdit } from '../attempts/attempt-store.ts';
import { createConsent } from '../create/consent.ts';
import { createCreateCommands } from '../create/create-commands.ts';
import { createLedgers, type Ledgers } from '../create/ledgers.ts';
import { createPreviews } from '../create/preview.ts';
import { createWindowPrompts } from '../create/prompts.ts';
import { isTable } from '../editor/customer-documents.ts';
import { createTextDocuments, openFile, showRule } from '../editor/documents.ts';
import { createLog, type Log } from '../editor/log.ts';
import { completeStep, setContextKey } from '../editor/settings.ts';
import { createDiagnostics } from '../feedback/diagnostics.ts';
import { createHistory } from '../history/history.ts';
import { createHistoryCommands } from '../history/history-commands.ts';
import { connectHistoryView } from '../history/history-view.ts';
import type { Imports } from '../import/start-imports.ts';
import { createLanguageFeatures } from '../language/language-features.ts';
import { createPanelActions } from '../panel/panel-actions.ts';
import { createdId } from '../panel/panel-buttons.ts';
import { createResponsePanel } from '../panel/response-panel.ts';
import { currentView } from '../panel/to-panel-view.ts';
import { isLensTarget, lensSources, openSources, pickCustomers } from '../source/chosen-customers.ts';
import type { CustomerSource } from '../source/customer-source.ts';
import { newCustomerFile, withoutEditor } from '../source/new-customer.ts';
import { pasteEdits } from '../source/paste-edits.ts';
import { createVariables } from '../source/variables.ts';
import type { App, CommandId } from './contract.ts';
import type { EntryParts } from './host-parts.ts';

type Handler = (args: readonly unknown[]) => unknown;

/** Creates the parts of the extension and handles its commands. */
export function startApp(context: vscode.ExtensionContext, parts: EntryParts): App {
  const { customerDocuments, historyView, listen, openLedger, readHistory, store } = parts;
  // In a browser there are no files.
  const hasFiles = openLedger !== undefined;
  const storage = context.storageUri ?? context.globalStorageUri;
  const resultsFolder = hasFiles ? vscode.Uri.joinPath(storage, 'results').fsPath : undefined;
  let startingImports: Promise<Imports> | undefined;
  function imports(): Promise<Imports> {
    startingImports ??= parts
      .loadImports()
      .then(({ startImports }) => startImports({ hasFiles, resultsFolder }));
    return startingImports;
  }
  const log = createLog();
  const sandbox = createLocalSandbox(listen);
  const accounts = createAccounts(store, sandbox, log);
  const { extensionUri } = context;
  const variables = createVariables(context.workspaceState);
  const language = createLanguageFeatures({ ...parts, extensionUri, accounts, variables, log });
  const attempts = createAttemptStore(context.workspaceState, onDidEdit, log.redact);
  const texts = createTextDocuments();
  const previews = createPreviews(texts);
  const prompts = createWindowPrompts(previews, () => panel.isInView());
  const ledgers = createLedgers(openLedger, log.redact);
  const isOncePerWindow = openLedger === undefined;
  const consent = createConsent(prompts, { isOncePerWindow });
  const planQuestions = createPlanQuestions(parts.agents, consent, log);
  const commands = createCreateCommands({
    accounts,
    attempts,
    ledgers,
    consent,
    prompts,
    variables,
    imports,
  });
  const actions = createPanelActions(attempts, commands, texts);
  const panel = createResponsePanel({
    extensionUri,
    attempts,
    currentView: () =>
      currentView(attempts, {
        isBrowser: listen === undefined,
        isSimulating: sandbox.scenario !== undefined,
      }),
    receive: actions.receive,
    onDidChangeOther: sandbox.onDidChange,
  });
  const state = context.workspaceState;
  const history = createHistory({ attempts, store, accounts, ledgers, readHistory, state });
  const historyCommands = createHistoryCommands({ history, attempts, commands, texts });
  const sandboxCommands = createSandboxCommands(sandbox);
  const { backToNormal } = sandboxCommands;
  const accountCommands = createAccountCommands({ store, accounts, log, backToNormal });
  context.subscriptions.push(
    log,
    language,
    attempts,
    noteAttempts(attempts, log),
    createDiagnostics(attempts, language.watches),
    panel,
    history,
    connectHistoryView(historyView, history, isOncePerWindow),
    planQuestions,
    createStatusBar({ accounts, documents: customerDocuments, attempts, canImport: listen !== undefined }),
    { dispose: () => void sandbox.stop() },
  );
  if (!sandbox.canListen) setContextKey('noPorts', true);
  void openLedgerInUse(store, accounts, ledgers);

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

  let opening = Promise.resolve();
  function openNewFile(): Promise<void> {
    opening = newCustomerFile();
    return opening;
  }

  async function create(args: readonly unknown[]): Promise<void> {
    // On a busy machine, the next button of the walkthrough is pressed before the new file has its text.
    await opening.catch(() => undefined);
    const [first, scenario] = args;
    // A button of the walkthrough.
    if (first === 'sandbox') {
      await store.activate(undefined);
      sandboxCommands.startOver(scenario);
    }
    const sources = isLensTarget(first)
      ? await lensSources(first, variables.next)
      : await chooseSources(args);
    if (sources.length > 0) await commands.create(sources);
  }

  async function importFile(args: readonly unknown[]): Promise<void> {
    const { current: account } = accounts;
    await (await imports()).importFile(args, {
      extensionUri,
      account,
      ledgerOf: ledgers.of,
      consent,
      prompts,
    });
  }

  async function chooseSources(args: readonly unknown[]): Promise<CustomerSource[]> {
    const open = await openSources(args, lastEditor);
    const active = vscode.window.activeTextEditor?.document;
    if (open.length === 0 && active && isTable(active)) {
      await importFile([]);
      return [];
    }
    const found = open.length > 0 ? open : await withoutEditor();
    return found.length > 0 ? pickCustomers(found, variables.next) : [];
  }

  function showResponse(): void {
    if (attempts.shown) attempts.show();
    else void vscode.window.showInformationMessage('No customer was sent from this workspace yet.');
  }

  const handlers: Readonly<Record<CommandId, Handler>> = {
    'helpcrunch.createCustomer': create,
    'helpcrunch.createHere': create,
    'helpcrunch.importCustomers': importFile,
    'helpcrunch.openFile': ([path, line]) => openFile(path, line),
    'helpcrunch.confirmCreate': ([document]) => previews.answer('create', document),
    'helpcrunch.cancelCreate': ([document]) => previews.answer('cancel', document),
    'helpcrunch.newCustomerFile': openNewFile,
    'helpcrunch.switchAccount': accountCommands.switchTo,
    'helpcrunch.addAccount': accountCommands.add,
    'helpcrunch.manageAccounts': accountCommands.manage,
    'helpcrunch.updateKey': ([identity]) => accountCommands.updateKeyOf(identity),
    'helpcrunch.showResponse': showResponse,
    'helpcrunch.checkOutcome': commands.check,
    'helpcrunch.copyAsCurl': () => actions.copyCode('curl command'),
    'helpcrunch.copyAsFetch': () => actions.copyCode('fetch code'),
    'helpcrunch.copyAsPython': () => actions.copyCode('Python code'),
    'helpcrunch.chooseScenario': sandboxCommands.choose,
    'helpcrunch.backToNormal': backToNormal,
    'helpcrunch.startSandbox': sandboxCommands.start,
    'helpcrunch.stopSandbox': sandboxCommands.stop,
    'helpcrunch.history.open': historyCommands.open,
    'helpcrunch.history.copyId': historyCommands.copyId,
    'helpcrunch.history.resend': historyCommands.resend,
    'helpcrunch.history.check': historyCommands.check,
    'helpcrunch.history.refresh': historyView.refresh,
    'helpcrunch.showRule': ([code]) => showRule(code),
    'helpcrunch.showLog': log.show,
  };

  return {
    run: async (command, args) => handlers[command](args),
    restorePanel: panel.adopt,
    readText: texts.read,
    pasteEdits,
    answerAgents: planQuestions.start,
  };
}

/** Reads the account in use and opens its ledger before the first question, which would wait for both. */
async function openLedgerInUse(store: AccountStore, accounts: Accounts, ledgers: Ledgers): Promise<void> {
  const stored = await store.active();
  const reading = stored && accounts.read(stored);
  if (reading?.kind === 'ready') await ledgers.of(reading.account);
}

const onDidEdit: OnDidEdit = (listener) =>
  vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) =>
    listener(document.uri.toString(), contentChanges),
  );

/** Logs each outcome, sets the context keys of menus, and completes steps of the walkthrough. */
export function noteAttempts(attempts: AttemptStore, log: Log): vscode.Disposable {
  return attempts.onDidChange((change) => {
    if (change.kind === 'activity') setContextKey('sending', attempts.isSending);
    if (change.kind !== 'attempted') return;
    const { outcome, exchange, account } = change.attempt;
    const id = createdId(change.attempt);
    if (outcome.outcome === 'created') completeStep('hasCreated');
    if (outcome.outcome === 'rejected') completeStep('hasRefused');
    const answer = exchange ? ` (${exchange.status}, ${Math.round(exchange.milliseconds)} ms)` : '';
    log.info(
      `${account.label}: ${outcome.outcome}${answer}: ${change.name}${id === undefined ? '' : `, ID ${id}`}`,
    );
  });
}
