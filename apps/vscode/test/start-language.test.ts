import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { anyVscode, loadBundle } from '@helpcrunch-customer-kit/testing/vscode/load-bundle';
import { afterEach, expect, test } from 'vitest';

const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { processId: process.pid, capabilities: {}, rootUri: null },
};
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

test('server.js runs in a Node process', async () => {
  const server = fork('dist/server.js', ['--node-ipc'], { silent: true });
  closers.push(() => server.kill());
  server.send(initialize);
  const [answer] = await once(server, 'message');
  expect(answer.result.serverInfo.name).toBe('helpcrunch-language-server');
});

test('server.js runs in a web worker, and requires nothing there', async () => {
  const answers: { result?: { serverInfo: { name: string } } }[] = [];
  const worker: Record<string, unknown> = {
    WorkerGlobalScope: class {},
    addEventListener() {},
    postMessage: (message: (typeof answers)[number]) => answers.push(message),
    setTimeout,
    clearTimeout,
    queueMicrotask,
    TextDecoder,
    TextEncoder,
    console,
  };
  worker['self'] = worker;
  runInNewContext(readFileSync('dist/server.js', 'utf8'), worker);
  // A worker loses messages that arrive before it listens, so it must listen before the next event.
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  expect(worker['onmessage']).toBeTypeOf('function');
  (worker['onmessage'] as (event: object) => void)({ data: initialize });
  await expect.poll(() => answers[0]?.result?.serverInfo.name).toBe('helpcrunch-language-server');
});

test('language.js loads with the editor’s classes and without the client of the other host', () => {
  const required: string[] = [];
  const nodeRequire = createRequire(import.meta.url);
  const exports = loadBundle('dist/language.js', (name) => {
    required.push(name);
    return name === 'vscode' ? anyVscode : nodeRequire(name);
  });
  expect(exports).toMatchObject({ startLanguage: expect.any(Function) });
  expect(new Set(required)).toEqual(new Set(['vscode']));
});
