import { describe, expect, test } from 'vitest';
import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { connectBuilt } from './built.ts';
import { connectInBand } from './in-band.ts';

const uri = 'file:///all.customers.csv';
const text = 'name,email\n"Lovelace, Ada",ada\n';

describe.each([
  ['in-band', connectInBand],
  ['built', connectBuilt],
] as const)('the server, %s,', (_, connect) => {
  test('returns the diagnostics of a table of customers at their cells', async () => {
    const client = await connect();
    await client.open(uri, text, 'plaintext');
    const report = await client.ask<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    expect(report).toMatchObject({
      kind: 'full',
      items: [
        {
          source: 'helpcrunch',
          code: 'invalid-email',
          codeDescription: { href: expect.stringMatching(/rules\.md#invalid-email$/) },
          range: { start: { line: 1, character: 16 }, end: { line: 1, character: 19 } },
        },
      ],
    });
    const start = { line: 1, character: 16 };
    const change = { range: { start, end: { line: 1, character: 19 } }, text: 'ada@example.com' };
    await client.change(uri, 2, [change]);
    expect(await client.codes(uri)).toEqual([]);
    await client.end();
  });

  test('returns nothing for other tables', async () => {
    const client = await connect();
    await client.open('file:///all.csv', text, 'csv');
    expect(await client.codes('file:///all.csv')).toEqual([]);
    await client.end();
  });

  test('offers nothing but diagnostics in a table', async () => {
    const client = await connect();
    await client.open('file:///all.customers.jsonl', '{"name": "Ada", "locale": "pt-br"}', 'jsonl');
    const params = {
      textDocument: { uri: 'file:///all.customers.jsonl' },
      position: { line: 0, character: 12 },
    };
    expect(await client.ask('textDocument/hover', params)).toBeNull();
    expect(await client.ask('textDocument/completion', params)).toEqual([]);
    expect(await client.codes('file:///all.customers.jsonl')).toEqual(['unknown-locale']);
    await client.end();
  });
});

test('publishes the diagnostics of a table to an editor that cannot request them, and takes them back', async () => {
  const client = await connectInBand({ capabilities: {} });
  const published = new Promise((resolve) => {
    client.connection.onNotification('textDocument/publishDiagnostics', resolve);
  });
  await client.open(uri, text, 'csv');
  expect(await published).toMatchObject({ uri, version: 1, diagnostics: [{ code: 'invalid-email' }] });
  const cleared = new Promise((resolve) => {
    client.connection.onNotification('textDocument/publishDiagnostics', resolve);
  });
  await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  expect(await cleared).toMatchObject({ uri, diagnostics: [] });
  await client.end();
});

test('checks a table by the mapping that is saved beside it', async () => {
  const asked: string[] = [];
  const files = {
    list: async () => [],
    async read(file: string) {
      asked.push(file);
      return '{"version": 1, "columns": {"name": "name", "email": "customData.Mail"}}';
    },
  };
  const client = await connectInBand({}, { files });
  await client.open(uri, text, 'csv');
  expect(await client.codes(uri)).toEqual([]);
  expect(asked).toContain('file:///all.customers.mapping.json');
  await client.end();
});
