import type { Ledger } from '@helpcrunch-customer-kit/core';
import type {
  HistoryList,
  LedgerAccount,
  PlanStore,
  planText,
  StoredPlan,
} from '@helpcrunch-customer-kit/local/ledger';
import type { Sandbox } from '@helpcrunch-customer-kit/sandbox';
import type {
  Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  LogOutputChannel,
  Range,
  TextDocument,
  TreeItem,
  TreeView,
  Uri,
  WebviewPanel,
} from 'vscode';
import type { CustomerDocuments } from '../editor/customer-documents.ts';

/** What the entry needs from the rest of the extension, which is loaded on first use. */
export interface App {
  run(command: CommandId, args: readonly unknown[]): Promise<unknown>;
  restorePanel(panel: WebviewPanel): void;
  /** The text of a document `helpcrunch://texts/…` or `helpcrunch://questions/…`. */
  readText(uri: Uri): string;
  /** Other ways to paste a text; none for text to paste unchanged. */
  pasteEdits(paste: Paste): DocumentPasteEdit[];
  /** Asks about the plans of agents whose servers were started with this window's ID, from now on. */
  answerAgents(window: string): Promise<void>;
}

export interface Paste {
  readonly document: TextDocument;
  readonly ranges: readonly Range[];
  readonly pasted: string;
  /** The kind of edit that the provider registered. */
  readonly kind: DocumentDropOrPasteEditKind;
}

/** The view of earlier creates, which the entry registers, and the rest of the extension fills. */
export interface HistoryView {
  readonly tree: TreeView<TreeItem>;
  /** What reads its rows. */
  fill(read: () => Promise<TreeItem[]>): void;
  readonly refresh: () => void;
}

export interface Listener {
  readonly baseUrl: string;
  readonly port: number;
  close(): Promise<void>;
}

export type Listen = (sandbox: Sandbox, options: { readonly port: number }) => Promise<Listener>;

/** Opens the ledger of an account in this machine's state folder; `hide` removes API keys from what is kept. */
export type OpenLedger = (options: {
  readonly account: LedgerAccount;
  readonly hide: (text: string) => string;
}) => Promise<OwnLedger>;

/** A ledger on disk also knows which of its entries are of its account. */
export type OwnLedger = Ledger & { isOwn?(id: string): Promise<boolean> };

export type ReadHistory = () => Promise<HistoryList>;

/** How agents' servers are started on this machine, and how their plans are read. */
export interface AgentHost {
  /** A program that runs Node's scripts. */
  readonly command: string;
  /** The extension's. */
  readonly version: string;
  stateFolder(): Promise<string>;
  watchPlans(watch: {
    readonly window: string;
    onQuestion(plan: StoredPlan, plans: AgentPlans): void;
    onError(error: unknown): void;
  }): Promise<{ close(): void }>;
}

export interface AgentPlans {
  readonly plans: Pick<PlanStore, 'waiting' | 'answer'>;
  readonly textOf: typeof planText;
}

/** The view's ID in the manifest. */
export const historyViewId = 'helpcrunch.history';

/** The scheme of documents that the extension provides. */
export const ownScheme = 'helpcrunch';

/** The panel's type, under which a window restores it after a reload. */
export const panelType = 'helpcrunch.response';

/** Every command of the manifest. */
export const commandIds = [
  'helpcrunch.createCustomer',
  'helpcrunch.createHere',
  'helpcrunch.importCustomers',
  'helpcrunch.openFile',
  'helpcrunch.confirmCreate',
  'helpcrunch.cancelCreate',
  'helpcrunch.newCustomerFile',
  'helpcrunch.switchAccount',
  'helpcrunch.addAccount',
  'helpcrunch.manageAccounts',
  'helpcrunch.updateKey',
  'helpcrunch.showResponse',
  'helpcrunch.checkOutcome',
  'helpcrunch.copyAsCurl',
  'helpcrunch.copyAsFetch',
  'helpcrunch.copyAsPython',
  'helpcrunch.chooseScenario',
  'helpcrunch.backToNormal',
  'helpcrunch.startSandbox',
  'helpcrunch.stopSandbox',
  'helpcrunch.history.open',
  'helpcrunch.history.copyId',
  'helpcrunch.history.resend',
  'helpcrunch.history.check',
  'helpcrunch.history.refresh',
  'helpcrunch.showRule',
  'helpcrunch.showLog',
] as const;

export type CommandId = (typeof commandIds)[number];

/** The language client: a bundle of its own, loaded for customer JSON. */
export interface LanguageModule {
  startLanguage(parts: LanguageParts): Promise<Language>;
}

export interface LanguageParts {
  readonly extensionUri: Uri;
  readonly documents: CustomerDocuments;
  /** The name of the account in use. */
  readonly account: string;
  /** What `{{counter}}` becomes next. */
  readonly nextCount: number;
  readonly channel: LogOutputChannel;
  readonly startServer: (() => Promise<Worker>) | undefined;
}

export interface Language extends Disposable {
  setAccount(account: string): void;
  /** What `{{counter}}` becomes next. */
  setCounter(next: number): void;
  /** Called when the server crashed too often to be started again. */
  onDidGiveUp(listener: () => void): Disposable;
}
