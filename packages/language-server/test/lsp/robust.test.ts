import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { builtServer, connectBuilt } from './built.ts';
import { connectClient } from './client.ts';
import { connectInBand } from './in-band.ts';

const uri = 'file:///ada.customer.json';

function run(...flags: string[]) {
  return spawnSync(process.execPath, [builtServer, ...flags], { encoding: 'utf8' });
}

test('an internal error is logged without its message, and the server goes on', async () => {
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

test('an internal error in published diagnostics is logged, and the next edit is validated', async () => {
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

test('a schema that cannot be loaded turns off only its own features', async () => {
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

test('malformed initializationOptions count as not set', async () => {
  const client = await connectInBand({
    initializationOptions: { codeLens: 5, schemaFeatures: 'yes', rulesUrl: {} },
  });
  expect(client.initialized.capabilities.codeLensProvider).toBeUndefined();
  await client.open(uri, '{"name": "Ada", "name": "Ada"}');
  expect(await client.codes(uri)).toEqual([]);
  await client.end();
});

test('the built server survives unknown messages', async () => {
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

test('the command line: usage, --help and --version', () => {
  expect(run()).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('--stdio') });
  expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--stdio') });
  expect(run('--version')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

test('the command line: an address that cannot be used is a usage error', () => {
  expect(run('--socket=abc')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('from 1 to 65535'),
  });
  expect(run('--socket')).toMatchObject({ status: 2, stderr: expect.stringContaining('from 1 to 65535') });
  expect(run('--pipe')).toMatchObject({ status: 2, stderr: expect.stringContaining('name of a pipe') });
  expect(run('--node-ipc')).toMatchObject({ status: 2, stderr: expect.stringContaining('channel') });
});

test('the command line: --socket on a closed port is an error', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const { port } = closed.address() as AddressInfo;
  closed.close();
  await once(closed, 'close');
  expect(run(`--socket=${port}`)).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(`^Cannot connect to port ${port} of 127\\.0\\.0\\.1: .*ECONNREFUSED`),
  });
  expect(run('--pipe=/no/such/pipe')).toMatchObject({ status: 1, stderr: expect.stringContaining('ENOENT') });
});

test.each(['=', ' '])('the command line: --socket%sPORT serves over the socket', async (separator) => {
  const editor = createServer().listen(0, '127.0.0.1');
  await once(editor, 'listening');
  const { port } = editor.address() as AddressInfo;
  const server = spawn(process.execPath, [builtServer, ...`--socket${separator}${port}`.split(' ')]);
  const exited = once(server, 'exit');
  const [socket]: Socket[] = await once(editor, 'connection');
  if (!socket) throw new Error('no connection');
  const client = await connectClient(socket, socket, {});
  await client.open(uri, '{"name": 5}');
  expect(await client.codes(uri)).toEqual(['wrong-type']);
  await client.end();
  expect(await exited).toEqual([0, null]);
  editor.close();
});
