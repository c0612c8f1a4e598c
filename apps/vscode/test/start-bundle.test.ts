import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandIds } from '../src/contract/command-ids.ts';

/** As little of the editor as the entry may touch when it starts; anything else it asks for is not there. */
function startEntry(bundle: string) {
  const registered: string[] = [];
  const required: string[] = [];
  const nothing = { dispose() {} };
  const vscode = {
    commands: {
      registerCommand(id: string) {
        registered.push(id);
        return nothing;
      },
    },
    window: {
      activeTextEditor: undefined,
      onDidChangeActiveTextEditor: () => nothing,
      registerWebviewPanelSerializer: () => nothing,
    },
  };
  const require = (name: string) => {
    required.push(name);
    return vscode;
  };
  const module: { exports: { activate?: (context: unknown) => unknown } } = { exports: {} };
  const source = readFileSync(bundle, 'utf8');
  new Function('module', 'exports', 'require', source)(module, module.exports, require);
  const result = module.exports.activate?.({ subscriptions: [] });
  return { registered, required, result };
}

test.each(['dist/extension.js', 'dist/web/extension.js'])(
  '%s starts at once: it awaits nothing and loads nothing but the editor',
  (bundle) => {
    const { registered, required, result } = startEntry(bundle);
    expect(registered).toEqual([...commandIds]);
    expect(new Set(required)).toEqual(new Set(['vscode']));
    expect(result).toBeUndefined();
  },
);
