import { describe, expect, test } from 'vitest';
import {
  type ClientCapabilities,
  type DocumentDiagnosticReport,
  FileChangeType,
  type RegistrationParams,
} from 'vscode-languageserver-protocol';
import { connectBuilt } from './built.ts';
import { pulling } from './client.ts';
import { connectInBand } from './in-band.ts';

const uri = 'file:///all.customers.csv';
const text = 'name,email\n"Lovelace, Ada",ada\n';
const mapsName = '{"version": 1, "columns": {"name": "name", "email": "customData.Mail"}}';

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

test('checks a result file of an import by the mapping of its source, unless it has its own', async () => {
  const own = 'file:///all.customers.failed.mapping.json';
  const saved = new Map([['file:///all.customers.mapping.json', mapsName]]);
  // With the columns that an import adds.
  const failed = 'name,email,error,error_column,status\nAda,ada,Refused.,email,400\n';
  const files = { list: async () => [], read: async (file: string) => saved.get(file) };
  for (const name of ['all.customers.failed.csv', 'all.customers.pending-2.csv']) {
    const client = await connectInBand({}, { files });
    await client.open(`file:///${name}`, failed, 'csv');
    expect([name, await client.codes(`file:///${name}`)]).toEqual([name, []]);
    await client.end();
  }
  saved.set(own, '{"version": 1, "columns": {"name": "name", "email": "email"}}');
  const client = await connectInBand({}, { files });
  await client.open('file:///all.customers.failed.csv', text, 'csv');
  expect(await client.codes('file:///all.customers.failed.csv')).toEqual(['invalid-email']);
  await client.end();
});

/** A server that reads the mapping `saved.text`, and an editor that watches files for it. */
async function connectWithMapping(capabilities: ClientCapabilities) {
  const saved: { text: string | undefined } = { text: undefined };
  const watched: RegistrationParams[] = [];
  const refreshed = Promise.withResolvers<void>();
  const files = { list: async () => [], read: async () => saved.text };
  const client = await connectInBand(
    {
      capabilities: {
        ...capabilities,
        workspace: {
          didChangeWatchedFiles: { dynamicRegistration: true },
          diagnostics: { refreshSupport: true },
        },
      },
      prepare(connection) {
        connection.onRequest('client/registerCapability', (params: RegistrationParams) => {
          watched.push(params);
          return null;
        });
        connection.onRequest('workspace/diagnostic/refresh', () => {
          refreshed.resolve();
          return null;
        });
      },
    },
    { files },
  );
  async function save(mapping: string | undefined): Promise<void> {
    saved.text = mapping;
    const changes = [{ uri: 'file:///all.customers.mapping.json', type: FileChangeType.Changed }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }
  return { ...client, save, watched, refreshed: refreshed.promise };
}

test('checks a table again when its mapping was changed, without an edit of the table', async () => {
  const client = await connectWithMapping(pulling);
  await client.open(uri, text, 'csv');
  const ask = (previousResultId?: string) =>
    client.ask<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
      previousResultId,
    });
  const before = await ask();
  expect(before).toMatchObject({ items: [{ code: 'invalid-email' }] });
  expect(JSON.stringify(client.watched)).toContain('**/*.mapping.json');
  await client.save(mapsName);
  await client.refreshed;
  expect(await ask(before.resultId)).toMatchObject({ kind: 'full', items: [] });
  await client.end();
});

test('publishes the diagnostics of a table again when its mapping was changed', async () => {
  const client = await connectWithMapping({});
  const next = () =>
    new Promise((resolve) => {
      client.connection.onNotification('textDocument/publishDiagnostics', resolve);
    });
  const first = next();
  await client.open(uri, text, 'csv');
  expect(await first).toMatchObject({ diagnostics: [{ code: 'invalid-email' }] });
  const second = next();
  await client.save(mapsName);
  expect(await second).toMatchObject({ uri, diagnostics: [] });
  await client.end();
});
