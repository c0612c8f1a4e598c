import { expect, test } from 'vitest';
import { vscodeStandIn } from './vscode-stand-in.ts';

// biome-ignore lint/suspicious/noExplicitAny: the point is that anything can be done with it.
const vscode = vscodeStandIn as any;

test('whatever an extension does with the editor as it loads, it can do', () => {
  expect(() => vscode.commands.registerCommand('a', () => {})).not.toThrow();
  expect(() => vscode.Uri.joinPath('a').fsPath).not.toThrow();
  expect(new (class extends vscode.TreeItem {})()).toBeTypeOf('object');
});

test('no editor is in view', () => {
  expect(vscode.window.activeTextEditor).toBeUndefined();
});
