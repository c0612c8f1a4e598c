import { resolveObjectURL } from 'node:buffer';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import {
  anyVscode,
  loadBundle,
  loadFrom,
  type Require,
} from '@helpcrunch-customer-kit/testing/vscode/load-bundle';
import { Uri } from '@helpcrunch-customer-kit/testing/vscode/values';
import { afterEach, expect, test, vi } from 'vitest';

const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { processId: process.pid, capabilities: {}, rootUri: null },
};
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
  vi.unstubAllGlobals();
});

/** The loader of the web extension host, whose files are those of the built extension. */
function webLoader() {
  const read: string[] = [];
  const fs = {
    async readFile({ path }: { readonly path: string }) {
      read.push(path);
      return readFile(path);
    },
  };
  const vscode = Object.assign(Object.create(anyVscode), { Uri, workspace: { fs } });
  const { createLoader } = loadBundle('dist/web/extension.js', () => vscode) as {
    readonly createLoader: (folder: Uri) => {
      load(part: string): Promise<unknown>;
      startWorker(part: string): Promise<unknown>;
    };
  };
  return { ...createLoader(Uri.file(resolve('dist'))), read };
}

test('server.js runs in a Node process', async () => {
  const server = fork('dist/server.js', ['--node-ipc'], { silent: true });
  closers.push(() => server.kill());
  server.send(initialize);
  const [answer] = await once(server, 'message');
  expect(answer.result.serverInfo.name).toBe('helpcrunch-language-server');
});

test('the language server runs in a web worker, which gets all its files as one script', async () => {
  let script = '';
  vi.stubGlobal(
    'Worker',
    class {
      constructor(url: string) {
        script = url;
      }
    },
  );
  await webLoader().startWorker('server');
  const text = await resolveObjectURL(script)?.text();
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
  runInNewContext(text ?? '', worker);
  // A worker loses messages that arrive before it listens, so it must listen before the next event.
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  expect(worker['onmessage']).toBeTypeOf('function');
  (worker['onmessage'] as (event: object) => void)({ data: initialize });
  await expect.poll(() => answers[0]?.result?.serverInfo.name).toBe('helpcrunch-language-server');
});

test('language.js loads with the editor’s classes and without the client of the other host', () => {
  const required: string[] = [];
  const nodeRequire = createRequire(import.meta.url);
  const load: Require = loadFrom('dist', (name) => {
    required.push(name);
    return name === 'vscode' ? anyVscode : nodeRequire(name);
  });
  expect(load('./language.js')).toMatchObject({ startLanguage: expect.any(Function) });
  expect(new Set(required)).toEqual(new Set(['vscode']));
});

test('each host’s client is found by its name, though its package is CommonJS', () => {
  const nodeRequire = createRequire(import.meta.url);
  const load = loadFrom('dist', (name) => (name === 'vscode' ? anyVscode : nodeRequire(name)));
  load('./language.js');
  const isClient = (name: string) =>
    readFileSync(`dist/${name}`, 'utf8').includes('= module.exports.default');
  const clients = readdirSync('dist').filter((name) => name.endsWith('.js') && isClient(name));
  expect(clients).toHaveLength(2);
  for (const name of clients)
    expect(load(`./${name}`)).toMatchObject({ LanguageClient: expect.any(Function) });
});

test('the web extension host loads each part, reads a file that parts share once, and none of the other host', async () => {
  const { load, read } = webLoader();
  const parts = await Promise.all(['app', 'language', 'import'].map(load));
  expect(parts).toMatchObject([
    { startApp: expect.any(Function) },
    { startLanguage: expect.any(Function) },
    { startImports: expect.any(Function) },
  ]);
  expect(new Set(read).size).toBe(read.length);
  const texts = await Promise.all(read.map((path) => readFile(path, 'utf8')));
  expect(texts.filter((text) => text.includes('child_process'))).toEqual([]);
  await load('app');
  expect(new Set(read).size).toBe(read.length);
});
