import type { Ledger } from '@helpcrunch-customer-kit/core';
import type { LedgerAccount } from '@helpcrunch-customer-kit/local/ledger';
import type { Sandbox } from '@helpcrunch-customer-kit/sandbox';
import type {
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  ExtensionContext,
  Range,
  TextDocument,
  WebviewPanel,
} from 'vscode';
import type { CustomerDocuments } from '../customer-json/customer-documents.ts';
import type { CommandId } from './command-ids.ts';
import type { LanguageModule } from './language-interface.ts';

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
