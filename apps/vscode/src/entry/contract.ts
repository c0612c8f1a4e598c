import type { Ledger } from '@helpcrunch-customer-kit/core';
import type { LedgerAccount } from '@helpcrunch-customer-kit/local/ledger';
import type { Sandbox } from '@helpcrunch-customer-kit/sandbox';
import type {
  Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  ExtensionContext,
  LogOutputChannel,
  Range,
  TextDocument,
  Uri,
  WebviewPanel,
} from 'vscode';
import type { CustomerDocuments } from '../editor/customer-documents.ts';

/** What the small entry asks of the rest of the extension, which is loaded when it is first needed. */
export interface App {
  run(command: CommandId, args: readonly unknown[]): Promise<unknown>;
  restorePanel(panel: WebviewPanel): void;
  /** Other ways to paste; none for text that is best pasted as it is. */
  pasteEdits(paste: Paste): DocumentPasteEdit[];
}

/** Text that is about to be pasted. */
export interface Paste {
  readonly document: TextDocument;
  readonly ranges: readonly Range[];
  readonly pasted: string;
  /** What sort of edit the provider has promised. */
  readonly kind: DocumentDropOrPasteEditKind;
}

export interface AppModule {
  startApp(context: ExtensionContext, parts: EntryParts): App;
}

/** What the host of the extension, Node or a browser, has to give. */
export interface HostParts {
  loadApp(): Promise<AppModule>;
  loadLanguage(): Promise<LanguageModule>;
  /** Puts a sandbox on a port of this machine; there is none in a browser. */
  readonly listen: Listen | undefined;
  /** Opens a ledger on disk; there is none in a browser. */
  readonly openLedger: OpenLedger | undefined;
}

export type EntryParts = Pick<HostParts, 'loadLanguage' | 'listen' | 'openLedger'> & {
  readonly customerDocuments: CustomerDocuments;
};

export interface Listener {
  readonly baseUrl: string;
  readonly port: number;
  close(): Promise<void>;
}

export type Listen = (sandbox: Sandbox, options: { readonly port: number }) => Promise<Listener>;

/** Opens the ledger of an account in this machine's state folder; `hide` takes API keys out of what is kept. */
export type OpenLedger = (options: {
  readonly account: LedgerAccount;
  readonly hide: (text: string) => string;
}) => Promise<Ledger>;

/** The panel's type, under which a window restores it after a reload. */
export const panelType = 'helpcrunch.response';

/** Every command of the manifest. */
export const commandIds = [
  'helpcrunch.createCustomer',
  'helpcrunch.newCustomerFile',
  'helpcrunch.switchAccount',
  'helpcrunch.addAccount',
  'helpcrunch.renameAccount',
  'helpcrunch.removeAccount',
  'helpcrunch.showResponse',
  'helpcrunch.checkOutcome',
  'helpcrunch.copyAsCurl',
  'helpcrunch.chooseScenario',
  'helpcrunch.startSandbox',
  'helpcrunch.stopSandbox',
  'helpcrunch.showRule',
  'helpcrunch.showLog',
] as const;

export type CommandId = (typeof commandIds)[number];

/** What the rest of the extension asks of the language client, a bundle of its own that is loaded for customer JSON. */
export interface LanguageModule {
  startLanguage(parts: LanguageParts): Promise<Language>;
}

export interface LanguageParts {
  readonly extensionUri: Uri;
  readonly documents: CustomerDocuments;
  /** What the account is called that customers go to now. */
  readonly account: string;
  readonly channel: LogOutputChannel;
}

export interface Language extends Disposable {
  setAccount(account: string): void;
  /** Called when the server has crashed so often that it is not started again. */
  onDidGiveUp(listener: () => void): Disposable;
}
