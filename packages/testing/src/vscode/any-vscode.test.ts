import { expect, test } from 'vitest';
import { anyVscode } from './load-bundle.ts';

/** A little of what an extension does with the editor. */
interface Editor {
  readonly commands: { registerCommand(id: string, run: () => void): unknown };
  readonly Uri: { joinPath(path: string): { readonly fsPath: unknown } };
  readonly EventEmitter: new () => { event(listen: () => void): unknown };
  readonly TreeItem: new () => object;
  readonly workspace: { readonly textDocuments: Iterable<unknown> };
  readonly window: { readonly activeTextEditor: unknown };
}

const vscode = anyVscode as Editor;

test('anyVscode: an extension can do anything with it as it loads', () => {
  expect(() => vscode.commands.registerCommand('a', () => {})).not.toThrow();
  expect(() => vscode.Uri.joinPath('a').fsPath).not.toThrow();
  expect(() => new vscode.EventEmitter().event(() => {})).not.toThrow();
  for (const document of vscode.workspace.textDocuments) expect.unreachable(String(document));
  const Item = class extends vscode.TreeItem {
    own = 1;
  };
  expect(new Item().own).toBe(1);
});

test('anyVscode: has no active editor', () => {
  expect(vscode.window.activeTextEditor).toBeUndefined();
});
