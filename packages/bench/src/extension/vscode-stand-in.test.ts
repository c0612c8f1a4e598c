import { expect, test } from 'vitest';
import { vscodeStandIn } from './vscode-stand-in.ts';

/** A little of what an extension does with the editor. */
interface Editor {
  readonly commands: { registerCommand(id: string, run: () => void): unknown };
  readonly Uri: { joinPath(path: string): { readonly fsPath: unknown } };
  readonly EventEmitter: new () => { event(listen: () => void): unknown };
  readonly TreeItem: new () => object;
  readonly workspace: { readonly textDocuments: Iterable<unknown> };
  readonly window: { readonly activeTextEditor: unknown };
}

const vscode = vscodeStandIn as Editor;

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
