import * as vscode from 'vscode';
import type { CustomerSource } from '../source/customer-source.ts';

/** Tells sources of the edits to their documents, as long as they are of interest. */
export interface LiveSources extends vscode.Disposable {
  follow(source: CustomerSource): void;
  forget(source: CustomerSource): void;
}

export function createLiveSources(): LiveSources {
  const followed = new Set<CustomerSource>();
  const subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const uri = document.uri.toString();
    for (const source of followed) if (source.uri === uri) source.edited(contentChanges);
  });
  return {
    follow: (source) => void followed.add(source),
    forget: (source) => void followed.delete(source),
    dispose: () => subscription.dispose(),
  };
}
