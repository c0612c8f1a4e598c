import * as vscode from 'vscode';
import { type Candidate, candidatesIn, meantCandidate } from './candidates.ts';
import { type CustomerSource, readSource } from './customer-source.ts';
import type { OpenSource } from './open-documents.ts';

interface CustomerItem extends vscode.QuickPickItem {
  readonly document: vscode.TextDocument;
  readonly candidate: Candidate;
  readonly version: number;
}

/** The one customer that is meant; where there are several, the person picks by name. */
export async function pickCustomer(sources: readonly OpenSource[]): Promise<CustomerSource | undefined> {
  const found = sources.map((source) => ({ ...source, candidates: candidatesIn(source.pieces) }));
  const [only] = found;
  const meant = found.length === 1 && only ? meantCandidate(only.candidates, only.selections) : undefined;
  if (only && meant) return readSource(only.document.uri.toString(), meant);

  const items = found.flatMap(({ document, candidates }) =>
    candidates.map((candidate) => toItem(document, candidate)),
  );
  const item = await vscode.window.showQuickPick(items, {
    title: `${items.length} customers: which one?`,
    placeHolder: 'One is created at a time',
    matchOnDescription: true,
  });
  if (!item) return undefined;
  if (item.document.version !== item.version) {
    void vscode.window.showWarningMessage(
      'The text was changed in the meantime, so nothing was sent. Try again.',
    );
    return undefined;
  }
  return readSource(item.document.uri.toString(), item.candidate);
}

function toItem(document: vscode.TextDocument, candidate: Candidate): CustomerItem {
  const line = document.positionAt(candidate.offset).line + 1;
  const file = document.uri.path.split('/').at(-1) ?? '';
  return {
    label: candidate.label,
    description: `${file}, line ${line}`,
    document,
    candidate,
    version: document.version,
  };
}
