import * as vscode from 'vscode';
import type { Paste } from '../contract/app-interface.ts';
import { type PastePlace, pastedText } from './pasted-text.ts';

/** Offers to paste a `curl` command or a response as the customer in it; without choosing, what is pasted stays as it is. */
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
