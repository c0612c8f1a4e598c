import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandIds } from '../src/contract/command-ids.ts';

const nothing = { dispose() {} };

/** As little of the editor as the entry may touch when it starts; anything else it asks for is not there. */
function startEntry(bundle: string, open: readonly object[]) {
  const registered: string[] = [];
  const required: string[] = [];
  const listen = () => nothing;
  const vscode = {
    EventEmitter: class {
      event = listen;
      fire() {}
      dispose() {}
    },
    commands: {
      registerCommand(id: string) {
        registered.push(id);
        return nothing;
      },
    },
    DocumentDropOrPasteEditKind: { Empty: { append: () => 'a kind' } },
    languages: { registerDocumentPasteEditProvider: listen },
    window: { registerWebviewPanelSerializer: listen },
    workspace: {
      textDocuments: open,
      fs: { isWritableFileSystem: (scheme: string) => scheme === 'file' },
      onDidOpenTextDocument: listen,
      onDidChangeTextDocument: listen,
      onDidCloseTextDocument: listen,
      registerTextDocumentContentProvider: listen,
    },
    Uri: { joinPath: () => 'a bundle' },
  };
  const require = (name: string) => {
    required.push(name);
    if (name === 'vscode') return vscode;
    throw new Error('loaded');
  };
  const module: { exports: { activate?: (context: unknown) => unknown } } = { exports: {} };
  const source = readFileSync(bundle, 'utf8');
  new Function('module', 'exports', 'require', source)(module, module.exports, require);
  const result = module.exports.activate?.({ subscriptions: [] });
  return { registered, required, result };
}

const entries = ['dist/extension.js', 'dist/web/extension.js'];

test.each(entries)('%s starts at once: it awaits nothing and loads nothing but the editor', (bundle) => {
  const { registered, required, result } = startEntry(bundle, []);
  expect(registered).toEqual([...commandIds]);
  expect(new Set(required)).toEqual(new Set(['vscode']));
  expect(result).toBeUndefined();
});

test('other JSON, and the old side of a comparison, load nothing', async () => {
  const documentOf = (uri: string, text: string, languageId = 'json') => ({
    uri: { scheme: uri.split(':')[0], path: uri.replace(/^\w+:/, '') },
    languageId,
    isClosed: false,
    getText: () => text,
  });
  const { required } = startEntry('dist/extension.js', [
    documentOf('file:/package.json', '{"name": "Ada"}'),
    documentOf('git:/ada.customer.json', '{}'),
    documentOf('file:/ada.customer.json', '{}', 'plaintext'),
  ]);
  await new Promise((resolve) => setImmediate(resolve));
  expect(required).not.toContain('./app.js');
});
