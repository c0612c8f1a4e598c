import { createFakeVscode } from '@helpcrunch-customer-kit/testing/vscode/fake-vscode';
import { loadBundle } from '@helpcrunch-customer-kit/testing/vscode/load-bundle';
import { type FakeDocument, makeDocument } from '@helpcrunch-customer-kit/testing/vscode/parts';
import { Uri } from '@helpcrunch-customer-kit/testing/vscode/values';
import { expect, test } from 'vitest';
import { commandIds } from '../src/entry/contract.ts';

/** The only parts of the editor that the entry may use when it starts. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  commands: ['registerCommand'],
  languages: ['registerDocumentPasteEditProvider'],
  window: [
    'registerWebviewPanelSerializer',
    'activeTextEditor',
    'onDidChangeActiveTextEditor',
    'createTreeView',
  ],
  workspace: [
    'textDocuments',
    'fs',
    'onDidOpenTextDocument',
    'onDidChangeTextDocument',
    'onDidCloseTextDocument',
    'registerTextDocumentContentProvider',
  ],
};

function startEntry(bundle: string, documents: readonly FakeDocument[]) {
  const { api, context, commands } = createFakeVscode({ documents });
  const parts = Object.entries(allowed).map(([part, names]) => [
    part,
    Object.fromEntries(names.map((name) => [name, Reflect.get(api[part] as object, name)])),
  ]);
  const { EventEmitter, DocumentDropOrPasteEditKind } = api;
  const vscode = { EventEmitter, DocumentDropOrPasteEditKind, Uri, ...Object.fromEntries(parts) };
  const required: string[] = [];
  const { activate } = loadBundle(bundle, (name) => {
    required.push(name);
    if (name === 'vscode') return vscode;
    if (name === './app.js') return { startApp: () => ({}) };
    throw new Error('loaded');
  }) as { readonly activate: (context: unknown) => unknown };
  const { extensionUri, secrets, workspaceState } = context;
  const result = activate({ subscriptions: [], extensionUri, secrets, workspaceState });
  return { registered: commands(), required, result };
}

const entries = ['dist/extension.js', 'dist/web/extension.js'];

test.each(entries)('%s: activate awaits nothing and loads nothing except the editor', (bundle) => {
  const { registered, required, result } = startEntry(bundle, []);
  expect(registered).toEqual([...commandIds]);
  expect(new Set(required)).toEqual(new Set(['vscode']));
  expect(result).toBeUndefined();
});

test('other JSON, and the old side of a comparison, do not load the app', async () => {
  const documentOf = (uri: string, text: string, languageId = 'json') =>
    makeDocument(Uri.parse(uri), languageId, text).document;
  const { required } = startEntry('dist/extension.js', [
    documentOf('file:/package.json', '{"name": "Ada"}'),
    documentOf('git:/ada.customer.json', '{}'),
    documentOf('file:/ada.customer.json', '{}', 'plaintext'),
  ]);
  await new Promise((resolve) => setImmediate(resolve));
  expect(required).not.toContain('./app.js');
});

test('a table of customers loads the app, in whatever language; other tables do not', async () => {
  const tables = (...names: string[]) =>
    names.map((name) => makeDocument(Uri.parse(`file:/${name}`), 'plaintext', 'email').document);
  const other = startEntry('dist/extension.js', tables('all.csv', 'customers.jsonl'));
  const ours = startEntry('dist/extension.js', tables('all.customers.csv'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(other.required).not.toContain('./app.js');
  expect(ours.required).toContain('./app.js');
});
