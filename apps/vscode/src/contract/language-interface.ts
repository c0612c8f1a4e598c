import type { Disposable, LogOutputChannel, Uri } from 'vscode';
import type { CustomerDocuments } from '../customer-json/customer-documents.ts';

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
