import * as vscode from 'vscode';
import { type Candidate, candidatesIn, meantCandidate } from './candidates.ts';
import { type CustomerSource, readSource } from './customer-source.ts';
import type { OpenSource } from './open-documents.ts';

interface CustomerItem extends vscode.QuickPickItem {
  readonly document: vscode.TextDocument;
  readonly candidate: Candidate;
  readonly version: number;
}

/**
 * The customers that are meant. Of a list one is picked by name; of several selections or files all are ticked, and
 * the person may untick some. Empty when nothing was picked.
 */
export async function pickCustomers(sources: readonly OpenSource[]): Promise<CustomerSource[]> {
  const found = sources.map((source) => ({ ...source, candidates: candidatesIn(source.pieces) }));
  const [only] = found;
  const meant = found.length === 1 && only ? meantCandidate(only.candidates, only.selections) : undefined;
  if (only && meant) return [sourceOf(only.document, meant)];

  const items = found.flatMap(({ document, candidates }) =>
    candidates.map((candidate) => toItem(document, candidate)),
  );
  const isSeveral = sources.length > 1 || (only?.selected ?? 0) > 1;
  const picked = isSeveral ? await pickSeveral(items) : await pickOne(items);
  if (picked.some(({ document, version }) => document.version !== version)) {
    void vscode.window.showWarningMessage(
      'The text was changed in the meantime, so nothing was sent. Try again.',
    );
    return [];
  }
  return picked.map(({ document, candidate }) => sourceOf(document, candidate));
}

async function pickOne(items: readonly CustomerItem[]): Promise<CustomerItem[]> {
  const item = await vscode.window.showQuickPick(items, {
    title: `${items.length} customers: which one?`,
    placeHolder: 'Of a list one is created at a time',
    matchOnDescription: true,
  });
  return item ? [item] : [];
}

async function pickSeveral(items: readonly CustomerItem[]): Promise<CustomerItem[]> {
  const picked = await vscode.window.showQuickPick(
    items.map((item) => ({ ...item, picked: item.candidate.isMeant })),
    {
      title: `${items.length} customers: create which?`,
      placeHolder: 'They are created one after the other',
      canPickMany: true,
      matchOnDescription: true,
    },
  );
  return picked ?? [];
}

function sourceOf(document: vscode.TextDocument, candidate: Candidate): CustomerSource {
  return readSource(document.uri.toString(), candidate, document.getText());
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
