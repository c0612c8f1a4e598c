import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { builtServer, connectBuilt } from './built.ts';
import { connectInBand } from './in-band.ts';

const uri = 'file:///ada.customer.json';

test('a mistake of ours is logged by its place alone, and the server goes on', async () => {
  let isBroken = true;
  const now = () => {
    if (isBroken) throw new TypeError('secret text of the file');
    return 0;
  };
  const client = await connectInBand({}, { now });
  await client.open(uri, '{"name": 5}');
  expect(await client.codes(uri)).toEqual([]);
  await expect.poll(() => client.logged.length).toBe(1);
  expect(client.logged[0]).toMatch(/^diagnostics failed: TypeError\n\s+at /);
  expect(client.logged[0]).not.toContain('secret');

  isBroken = false;
  await client.change(uri, 2, [{ text: '{"name": true}' }]);
  expect(await client.codes(uri)).toEqual(['wrong-type']);
  await client.end();
});

test('a mistake in what is pushed is logged, and the next edit is judged', async () => {
  let isBroken = true;
  const now = () => {
    if (isBroken) throw new TypeError('no');
    return 0;
  };
  const client = await connectInBand({ capabilities: {} }, { now });
  await client.open(uri, '{"name": 5}');
  await expect.poll(() => client.logged.length).toBe(1);
  isBroken = false;
  await client.change(uri, 2, [{ text: '{"name": true}' }]);
  await expect.poll(() => client.pushed.map(({ version }) => version)).toEqual([2]);
  await client.end();
});

test('a schema that cannot be loaded leaves everything else as it is', async () => {
  const schemaFeatures = () => Promise.reject(new Error('no such file'));
  const client = await connectInBand({ initializationOptions: { schemaFeatures: true } }, { schemaFeatures });
  await client.open(uri, '{"firstSeen": "1603885746"}');
  const position = { line: 0, character: 20 };
  expect(await client.ask('textDocument/hover', { textDocument: { uri }, position })).toMatchObject({
    contents: { value: expect.stringContaining('2020-10-28') },
  });
  expect(client.logged[0]).toMatch(/^loading the schema failed/);
  await client.end();
});

test('options of another shape count as not given', async () => {
  const client = await connectInBand({
    initializationOptions: { codeLens: 5, schemaFeatures: 'yes', rulesUrl: {} },
  });
  expect(client.initialized.capabilities.codeLensProvider).toBeUndefined();
  await client.open(uri, '{"name": "Ada", "name": "Ada"}');
  expect(await client.codes(uri)).toEqual([]);
  await client.end();
});

test('what is nobody’s business is survived by the built server', async () => {
  const client = await connectBuilt();
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: 'file:///none' },
  });
  await client.connection.sendNotification('helpcrunch/nonsense', { a: 1 });
  await expect(client.ask('helpcrunch/nonsense', {})).rejects.toMatchObject({ code: -32601 });
  await client.open(uri, '{"name": 5}');
  expect(await client.codes(uri)).toEqual(['wrong-type']);
  await client.end();
  expect(client.server.exitCode).toBe(0);
});

test('started by hand it says what it is', () => {
  const run = (...flags: string[]) =>
    spawnSync(process.execPath, [builtServer, ...flags], { encoding: 'utf8' });
  expect(run()).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('--stdio') });
  expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--stdio') });
  expect(run('--version')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});
