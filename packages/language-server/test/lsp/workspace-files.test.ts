import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-protocol';
import { localFiles } from '../../src/node.ts';
import { connectBuilt } from './built.ts';
import { type Client, pulling } from './client.ts';
import { connectInBand } from './in-band.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'customers-'));
  await mkdir(join(folder, 'team', 'node_modules'), { recursive: true });
  await writeFile(join(folder, 'team', 'grace.customer.json'), '{"tags": [{"name": "from-disk"}]}');
  await writeFile(join(folder, 'team', 'node_modules', 'x.customer.json'), '{"tags": [{"name": "theirs"}]}');
  await writeFile(join(folder, 'package.json'), '{"tags": [{"name": "no-customer"}]}');
});

afterAll(() => rm(folder, { recursive: true }));

async function tagsOffered(client: Client, uri: string): Promise<string[]> {
  const position = { line: 0, character: 19 };
  const items = await client.ask<CompletionItem[]>('textDocument/completion', {
    textDocument: { uri },
    position,
  });
  return items.map(({ label }) => label);
}

test('localFiles: lists customer files of a folder, without node_modules', async () => {
  expect(await localFiles.list(pathToFileURL(folder).href)).toEqual([
    pathToFileURL(join(folder, 'team', 'grace.customer.json')).href,
  ]);
  expect(await localFiles.list('vscode-vfs://somewhere/')).toEqual([]);
  expect(await localFiles.read(pathToFileURL(join(folder, 'gone.customer.json')).href)).toBeUndefined();
});

test('tags of files on disk are offered once a customer is open', async () => {
  const client = await connectBuilt({ folder: pathToFileURL(folder).href });
  const uri = pathToFileURL(join(folder, 'ada.customer.json')).href;
  await client.open(uri, '{"tags": [{"name": ""}]}');
  await expect.poll(() => tagsOffered(client, uri)).toEqual(['from-disk']);
  await client.end();
});

test('clientFiles: the client lists and reads files, and reports changes', async () => {
  const files = new Map([['vfs:/grace.customer.json', '{"tags": [{"name": "from-client"}]}']]);
  const asked: string[] = [];
  const watched: unknown[] = [];
  const client = await connectInBand({
    folder: 'vfs:/',
    initializationOptions: { clientFiles: true },
    capabilities: { ...pulling, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    prepare(connection) {
      connection.onRequest('helpcrunch/listCustomerFiles', ({ folder: from }) => {
        asked.push(from);
        return [...files.keys()];
      });
      connection.onRequest('helpcrunch/readCustomerFile', ({ uri }) => files.get(uri) ?? null);
      connection.onRequest('client/registerCapability', ({ registrations }) => {
        watched.push(registrations[0].registerOptions);
      });
    },
  });
  await client.open('vfs:/package.json', '{}');
  await client.codes('vfs:/package.json');
  expect(asked).toEqual([]);

  const uri = 'vfs:/ada.customer.json';
  await client.open(uri, '{"tags": [{"name": ""}]}');
  await expect.poll(() => tagsOffered(client, uri)).toEqual(['from-client']);
  expect(asked).toEqual(['vfs:/']);
  expect(watched).toEqual([{ watchers: [{ globPattern: '**/*.{customer,customers}.{json,jsonc}' }] }]);

  const changes = [{ uri: 'vfs:/grace.customer.json', type: 3 }];
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  await expect.poll(() => tagsOffered(client, uri)).toEqual([]);
  files.set('vfs:/new.customer.json', '{"tags": [{"name": "new"}]}');
  const created = [{ uri: 'vfs:/new.customer.json', type: 1 }];
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: created });
  await expect.poll(() => tagsOffered(client, uri)).toEqual(['new']);
  await client.end();
});
