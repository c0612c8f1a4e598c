import type { ExtensionContext } from 'vscode';
import type { AccountStore, WorkspaceFile } from '../accounts/account-store.ts';
import type { CustomerDocuments } from '../editor/customer-documents.ts';
import type { ImportHost, Imports } from '../import/start-imports.ts';
import type {
  AgentHost,
  App,
  HistoryView,
  LanguageModule,
  Listen,
  OpenLedger,
  ReadHistory,
} from './contract.ts';

export interface AppModule {
  startApp(context: ExtensionContext, parts: EntryParts): App;
}

/** What the host of the extension, Node or a browser, provides. */
export interface HostParts {
  loadApp(): Promise<AppModule>;
  loadLanguage(): Promise<LanguageModule>;
  /** Which account is in use; `undefined` without a workspace, and in a browser, which keeps no keys either. */
  readonly accountFile: WorkspaceFile | undefined;
  /** Starts the language server in a web worker; `undefined` in Node, where it is a process. */
  readonly startServer: (() => Promise<Worker>) | undefined;
  /** Starts a sandbox on a port of this machine; `undefined` in a browser. */
  readonly listen: Listen | undefined;
  /** Opens a ledger on disk; `undefined` in a browser. */
  readonly openLedger: OpenLedger | undefined;
  /** Reads all ledgers on disk; `undefined` in a browser. */
  readonly readHistory: ReadHistory | undefined;
  /** `undefined` in a browser, where no server can be started. */
  readonly agents: AgentHost | undefined;
  /** Loads what creates many customers. */
  loadImports(): Promise<ImportModule>;
}

export type EntryParts = Omit<HostParts, 'loadApp'> & {
  readonly customerDocuments: CustomerDocuments;
  readonly historyView: HistoryView;
  readonly store: AccountStore;
};

export interface ImportModule {
  startImports(host: ImportHost): Imports;
}
