import type * as vscode from 'vscode';
import type { Accounts } from '../accounts/accounts.ts';
import type { Log } from '../editor/log.ts';
import type { Language } from '../entry/contract.ts';
import type { EntryParts } from '../entry/host-parts.ts';
import type { Variables } from '../source/variables.ts';

export interface LanguageFeatures extends vscode.Disposable {
  /** True for a document whose local issues the language server shows. */
  watches(document: vscode.TextDocument): boolean;
}

interface LanguageFeatureParts
  extends Pick<EntryParts, 'customerDocuments' | 'loadLanguage' | 'startServer'> {
  readonly extensionUri: vscode.Uri;
  readonly accounts: Accounts;
  readonly variables: Pick<Variables, 'nextCount' | 'onDidCount'>;
  readonly log: Log;
}

/** Loads and starts the language client once customer JSON is open, and keeps it informed of the account in use. */
export function createLanguageFeatures(parts: LanguageFeatureParts): LanguageFeatures {
  const { customerDocuments, accounts, variables, log } = parts;
  let starting: Promise<Language | undefined> | undefined;
  let isGivenUp = false;

  async function start(): Promise<Language | undefined> {
    try {
      const { label } = await accounts.currentLabel();
      const { startLanguage } = await parts.loadLanguage();
      const { extensionUri, startServer } = parts;
      const language = await startLanguage({
        extensionUri,
        documents: customerDocuments,
        account: label,
        nextCount: variables.nextCount,
        channel: log.channel,
        startServer,
      });
      language.onDidGiveUp(() => {
        isGivenUp = true;
      });
      return language;
    } catch (error) {
      isGivenUp = true;
      log.error(`The language server did not start: ${error instanceof Error ? error.message : 'unknown'}`);
      return undefined;
    }
  }
  function startIfNeeded(): void {
    if (customerDocuments.all.size + customerDocuments.tables.size > 0) starting ??= start();
  }

  const documentsChange = customerDocuments.onDidChange(startIfNeeded);
  const accountsChange = accounts.onDidChange(async () => {
    const language = await starting;
    const { label } = await accounts.currentLabel();
    language?.setAccount(label);
  });
  const counts = variables.onDidCount(
    (next) => void starting?.then((language) => language?.setCounter(next)),
  );
  startIfNeeded();
  return {
    watches: (document) => customerDocuments.all.has(document) && !isGivenUp,
    dispose() {
      documentsChange.dispose();
      accountsChange.dispose();
      counts.dispose();
      void starting?.then((language) => language?.dispose());
    },
  };
}
