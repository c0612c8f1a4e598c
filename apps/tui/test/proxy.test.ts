import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { type Ran, runProgram as run } from '@helpcrunch-customer-kit/testing/run-program';
import { expect, test } from 'vitest';
import { environmentOf, makeFolder, program } from './program.ts';
import { onlyObject, runProgram } from './run-program.ts';

/** A proxy that passes nothing on, and remembers what it was shown. */
async function startProxy(): Promise<Server & { readonly seen: string[]; readonly url: string }> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.url} ${request.headers.authorization}`);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 502 No\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(server, { seen, url });
}

const argv = ['--name', 'Ada', '--yes', '--json'];

test.each([
  ['127.0.0.1', {}],
  ['localhost', {}],
  ['localhost', { no_proxy: 'example.com' }],
  ['127.0.0.1', { NO_PROXY: 'example.com' }],
])('a key for an API on this machine (%s) goes past the proxy: %j', async (host, own) => {
  await using api = await listen(createSandbox());
  const proxy = await startProxy();
  const { stdout } = await runProgram(argv, {
    environment: {
      HELPCRUNCH_API_KEY: 'canary-key-that-must-not-leak',
      HELPCRUNCH_BASE_URL: api.baseUrl.replace('127.0.0.1', host),
      NODE_USE_ENV_PROXY: '1',
      HTTP_PROXY: proxy.url,
      HTTPS_PROXY: proxy.url,
      ...own,
    },
  });
  proxy.close();
  expect(proxy.seen).toEqual([]);
  expect(onlyObject(stdout)).toMatchObject({ outcome: 'created', account: 'live' });
});

test('an API elsewhere is reached through a tunnel that shows the proxy no key', async () => {
  const proxy = await startProxy();
  await runProgram(argv, {
    environment: {
      HELPCRUNCH_API_KEY: 'canary-key-that-must-not-leak',
      HELPCRUNCH_BASE_URL: 'https://nowhere.invalid/v1',
      NODE_USE_ENV_PROXY: '1',
      HTTPS_PROXY: proxy.url,
    },
  });
  proxy.close();
  expect(proxy.seen).not.toEqual([]);
  expect(proxy.seen.filter((line) => line !== 'CONNECT nowhere.invalid:443')).toEqual([]);
});

/** Runs the program as the root's script does: Node leaves the proxy to it. */
async function runByScript(args: readonly string[], own: Readonly<Record<string, string>>): Promise<Ran> {
  await using home = await makeFolder();
  const env = environmentOf(home.path, {
    HELPCRUNCH_API_KEY: 'canary-key-that-must-not-leak',
    HELPCRUNCH_BASE_URL: 'https://nowhere.invalid/v1',
    NODE_USE_ENV_PROXY: '1',
    ...own,
  });
  return await run([process.execPath, '--no-use-env-proxy', program, ...args], { env, cwd: home.path });
}

test.each([
  ['HTTPS_PROXY', 'proxy.example:8080'],
  ['http_proxy', 'http://'],
  ['https_proxy', 'socks5://proxy.example:1080'],
])('%s=%s is a sentence, exit 2', async (name, value) => {
  const { stdout, stderr, code } = await runByScript(['--name', 'Ada', '--yes'], { [name]: value });
  expect(stderr.split('\n')[0]).toBe(
    `${name} is not a proxy URL: "${value}". Example: http://proxy.example:8080`,
  );
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
});

test('a malformed proxy is one object with --json, and its password is not shown', async () => {
  const HTTPS_PROXY = 'ada:canary-password@proxy.example:8080';
  const { stdout, stderr, code } = await runByScript(argv, { HTTPS_PROXY });
  expect(onlyObject(stdout)).toMatchObject({ outcome: 'invalid', customerExists: 'no' });
  expect(stdout + stderr).not.toContain('canary-password');
  expect(code).toBe(2);
});

test('started by the script, requests go through the proxy too', async () => {
  const proxy = await startProxy();
  await runByScript(argv, { HTTPS_PROXY: proxy.url });
  proxy.close();
  expect(proxy.seen).toContain('CONNECT nowhere.invalid:443');
});
