import { readPaste } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import type { Paste } from '../entry/contract.ts';

/** Offers to paste a `curl` command or a response as the customer in it; the default stays the text itself. */
export function pasteEdits({ document, ranges, pasted, kind }: Paste): vscode.DocumentPasteEdit[] {
  const text = pastedText(pasted, placeOf(document, ranges));
  if (text === undefined) return [];
  const edit = new vscode.DocumentPasteEdit(text, 'Paste as HelpCrunch Customer', kind);
  edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
  return [edit];
}

function placeOf(document: vscode.TextDocument, [range]: readonly vscode.Range[]): PastePlace {
  const options = vscode.window.activeTextEditor?.options;
  const size = typeof options?.tabSize === 'number' ? options.tabSize : 2;
  const line = range ? document.lineAt(range.start.line).text : '';
  const text = document.getText();
  return {
    textAround: range
      ? text.slice(0, document.offsetAt(range.start)) + text.slice(document.offsetAt(range.end))
      : text,
    indent: /^\s*/.exec(line)?.[0] ?? '',
    step: options?.insertSpaces === false ? '\t' : ' '.repeat(size),
  };
}

/** The document around a paste. */
export interface PastePlace {
  /** Without what the paste replaces. */
  readonly textAround: string;
  /** The indentation of the line that is pasted into. */
  readonly indent: string;
  /** One level of indentation. */
  readonly step: string;
}

/**
 * The customer, or the list of customers, in a command or a response, each value as it was written. `undefined` for text
 * to paste unchanged.
 */
export function pastedText(pasted: string, { textAround, indent, step }: PastePlace): string | undefined {
  const customers = readPaste(pasted, { step })?.customers;
  if (!customers) return undefined;
  const isListed = textAround.trim() === '' && customers.length > 1;
  const list = `[\n${customers.join(',\n').replaceAll(/^/gm, step)}\n]`;
  return (isListed ? list : customers.join(',\n')).replaceAll('\n', `\n${indent}`);
}
