import { expect, test } from 'vitest';
import { vscodeStandIn } from './vscode-stand-in.ts';

// biome-ignore lint/suspicious/noExplicitAny: the point is that anything can be done with it.
const vscode = vscodeStandIn as any;

test('whatever an extension does with the editor as it loads, it can do', () => {
  expect(() => vscode.commands.registerCommand('a', () => {})).not.toThrow();
  expect(() => vscode.Uri.joinPath('a').fsPath).not.toThrow();
  expect(() => new vscode.EventEmitter().event(() => {})).not.toThrow();
  for (const document of vscode.workspace.textDocuments) expect.unreachable(String(document));
  const Item = class extends vscode.TreeItem {
    own = 1;
  };
  expect(new Item().own).toBe(1);
});

test('no editor is in view', () => {
  expect(vscode.window.activeTextEditor).toBeUndefined();
});
