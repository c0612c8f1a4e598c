import { describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  ColorInformation,
  CompletionItem,
  DocumentDiagnosticReport,
  DocumentSymbol,
  Hover,
} from 'vscode-languageserver-protocol';
import { connectBuilt } from './built.ts';
import { pulling } from './client.ts';
import { connectInBand } from './in-band.ts';

const uri = 'file:///ada.customer.json';
const textDocument = { uri };
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

describe.each([
  ['in-band', connectInBand],
  ['built', connectBuilt],
] as const)('the server, %s,', (_, connect) => {
  test('returns diagnostics with a link to the rule and the data of the fix', async () => {
    const client = await connect();
    await client.open(uri, '{"name": "Ada", "locale": "pt-br"}');
    const report = await client.ask<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
    expect(report).toMatchObject({
      kind: 'full',
      items: [
        {
          source: 'helpcrunch',
          code: 'unknown-locale',
          severity: 1,
          message: 'Not an ISO 639-1 language code: "pt-br". Did you mean "pt"?',
          codeDescription: { href: expect.stringMatching(/rules\.md#unknown-locale$/) },
          range: { start: { line: 0, character: 26 }, end: { line: 0, character: 33 } },
          data: { customer: '', path: '/locale', suggestion: 'pt' },
        },
      ],
    });
    await client.end();
  });

  test('returns "unchanged" for unchanged diagnostics', async () => {
    const client = await connect();
    await client.open(uri, '{"name": "Ada", "id": 5}');
    const first = await client.ask<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
    const previousResultId = first.resultId;
    expect(await client.ask('textDocument/diagnostic', { textDocument, previousResultId })).toEqual({
      kind: 'unchanged',
      resultId: previousResultId,
    });
    await client.end();
  });

  test('follows edits', async () => {
    const client = await connect();
    await client.open(uri, '{"name": "Ada"}');
    expect(await client.codes(uri)).toEqual([]);
    const start = { line: 0, character: 9 };
    await client.change(uri, 2, [{ range: { start, end: { line: 0, character: 14 } }, text: '5' }]);
    expect(await client.codes(uri)).toEqual(['wrong-type']);
    await client.end();
  });

  test('publishes diagnostics to an editor that cannot request them', async () => {
    const client = await connect({ capabilities: {} });
    await client.open('file:///package.json', '{"name": 5}');
    await client.open(uri, '{"name": 5}');
    // Sent after everything before it.
    await expect.poll(() => client.pushed.length).toBe(1);
    expect(client.pushed).toMatchObject([{ uri, version: 1, diagnostics: [{ code: 'wrong-type' }] }]);
    await client.connection.sendNotification('textDocument/didClose', { textDocument });
    await expect.poll(() => client.pushed.at(-1)).toEqual({ uri, diagnostics: [] });
    await client.end();
  });

  test('returns nothing for other JSON', async () => {
    const client = await connect({
      initializationOptions: { schemaFeatures: true, codeLens: { command: 'x', account: 'y' } },
    });
    const other = { uri: 'file:///package.json' };
    await client.open(other.uri, '{"name": 5, "firstSeen": 1603885746, "tags": [{"color": "red"}]}');
    expect(await client.codes(other.uri)).toEqual([]);
    const position = { line: 0, character: 30 };
    expect(await client.ask('textDocument/hover', { textDocument: other, position })).toBeNull();
    expect(await client.ask('textDocument/completion', { textDocument: other, position })).toEqual([]);
    for (const feature of ['documentColor', 'documentSymbol', 'codeLens']) {
      expect(await client.ask(`textDocument/${feature}`, { textDocument: other })).toEqual([]);
    }
    await client.end();
  });

  test('recognizes a customer by its $schema', async () => {
    const client = await connect();
    const other = 'untitled:Untitled-1';
    await client.open(other, '{"$schema": "helpcrunch://schemas/customer.json", "name": 5}');
    expect(await client.codes(other)).toEqual(['wrong-type']);
    await client.end();
  });

  test('answers every request of an editor', async () => {
    const codeLens = { command: 'helpcrunch.createCustomer', account: 'sandbox' };
    const client = await connect({ initializationOptions: { codeLens } });
    await client.open(
      uri,
      '{"name": "Ada", "firstSeen": "1603885746", "tags": [{"name": "a", "color": "red"}]}',
    );
    const position = { line: 0, character: 35 };
    expect(await client.ask<Hover>('textDocument/hover', { textDocument, position })).toMatchObject({
      contents: { value: '**2020-10-28 11:49:06 UTC** · UNIX seconds `"1603885746"`' },
    });
    expect(
      await client.ask<ColorInformation[]>('textDocument/documentColor', { textDocument }),
    ).toMatchObject([{ color: { red: 1, green: 0, blue: 0, alpha: 1 } }]);
    expect(await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument })).toMatchObject(
      [{ name: 'Ada' }],
    );
    expect(await client.ask<CodeLens[]>('textDocument/codeLens', { textDocument })).toMatchObject([
      {
        command: {
          title: 'Create customer · sandbox',
          command: 'helpcrunch.createCustomer',
          arguments: [{ uri, path: '' }],
        },
      },
    ]);
    const presentations = { textDocument, color: { red: 1, green: 0, blue: 0, alpha: 1 }, range };
    expect(await client.ask('textDocument/colorPresentation', presentations)).toMatchObject([
      { label: '#ff0000' },
      { label: 'red' },
      { label: 'rgb(255 0 0)' },
      { label: 'hsl(0 100% 50%)' },
    ]);
    await client.end();
  });

  test('changes the account in its lenses after a notification', async () => {
    const codeLens = { command: 'helpcrunch.createCustomer', account: 'sandbox' };
    let refreshed = 0;
    const client = await connect({
      initializationOptions: { codeLens },
      capabilities: { ...pulling, workspace: { codeLens: { refreshSupport: true } } },
      prepare: (connection) =>
        void connection.onRequest('workspace/codeLens/refresh', () => {
          refreshed += 1;
        }),
    });
    await client.open(uri, '{"name": "Ada"}');
    await client.connection.sendNotification('helpcrunch/account', { account: 'Live' });
    await expect.poll(() => refreshed).toBe(1);
    expect(await client.ask<CodeLens[]>('textDocument/codeLens', { textDocument })).toMatchObject([
      { command: { title: 'Create customer · Live' } },
    ]);
    await client.end();
  });

  test('fixes a diagnostic that the editor sent back', async () => {
    const client = await connect();
    await client.open(uri, '{"name": "Ada", "locale": "pt-br"}');
    const report = await client.ask<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
    const diagnostics = report.kind === 'full' ? report.items : [];
    const context = { diagnostics, only: ['quickfix'] };
    expect(
      await client.ask<CodeAction[]>('textDocument/codeAction', { textDocument, range, context }),
    ).toMatchObject([
      { title: 'Change to "pt"', isPreferred: true, edit: { changes: { [uri]: [{ newText: '"pt"' }] } } },
    ]);
    await client.end();
  });

  test('reports syntax errors and duplicate keys only with schemaFeatures', async () => {
    const beside = await connect();
    await beside.open(uri, '{"name": "Ada", "name": "Ada"}');
    expect(await beside.codes(uri)).toEqual([]);
    await beside.end();

    const alone = await connect({ initializationOptions: { schemaFeatures: true } });
    await alone.open(uri, '{"name": "Ada", "name": "Ada"}');
    expect(await alone.codes(uri)).toEqual(['duplicate-key']);
    await alone.change(uri, 2, [{ text: '{"name": ' }]);
    expect(await alone.codes(uri)).toEqual(['not-json']);
    await alone.end();
  });

  test('adds schema completion and hovers with schemaFeatures', async () => {
    const client = await connect({ initializationOptions: { schemaFeatures: true } });
    await client.open(uri, '{"name": "Ada", }');
    const completion = { textDocument, position: { line: 0, character: 16 } };
    const items = await client.ask<CompletionItem[]>('textDocument/completion', completion);
    expect(items.map(({ label }) => label)).toContain('email');
    const hover = { textDocument, position: { line: 0, character: 3 } };
    expect(await client.ask<Hover>('textDocument/hover', hover)).toMatchObject({
      contents: {
        kind: 'markdown',
        value: expect.stringContaining('The name that your team sees'),
      },
    });
    await client.end();
  });

  test('never answers about text that has changed', async () => {
    const client = await connect();
    await client.open(uri, '{"name": "Ada"}');
    const position = { line: 0, character: 3 };
    const asked = client.ask('textDocument/hover', { textDocument, position });
    const changed = client.change(uri, 2, [{ text: '{}' }]);
    // Either answered in time, or refused as modified (-32801).
    const answer = await asked.catch((error: { readonly code: number }) => error.code);
    expect([null, -32801]).toContain(answer);
    await changed;
    expect(await client.codes(uri)).toEqual(['empty-customer']);
    await client.end();
  });
});
