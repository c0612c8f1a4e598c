import * as vscode from 'vscode';
import type { App } from '../contract/app-interface.ts';
import type { CustomerDocuments } from '../customer-json/customer-documents.ts';

/** Asks the rest of the extension about text that is pasted where it may become a customer, and nowhere else. */
export function registerPaste(documents: CustomerDocuments, app: () => Promise<App>): vscode.Disposable {
  const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('helpcrunch', 'customer');
  return vscode.languages.registerDocumentPasteEditProvider(
    [{ language: 'json' }, { language: 'jsonc' }],
    {
      async provideDocumentPasteEdits(document, ranges, dataTransfer, { only }) {
        if (only && !only.contains(kind)) return undefined;
        if (!documents.all.has(document) && !mayBecomeCustomer(document)) return undefined;
        const pasted = await dataTransfer.get('text/plain')?.asString();
        if (!pasted || !/^\s*(?:[[{]|(?:\$\s+)?curl)/.test(pasted)) return undefined;
        return (await app()).pasteEdits({ document, ranges, pasted, kind });
      },
    },
    { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/plain'] },
  );
}

function mayBecomeCustomer(document: vscode.TextDocument): boolean {
  return document.isUntitled || document.getText().trim() === '';
}
