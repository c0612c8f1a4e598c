import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { expect, test } from 'vitest';
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
      HELPCRUNCH_API_KEY: 'canary-key-that-nobody-may-see',
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
      HELPCRUNCH_API_KEY: 'canary-key-that-nobody-may-see',
      HELPCRUNCH_BASE_URL: 'https://nowhere.invalid/v1',
      NODE_USE_ENV_PROXY: '1',
      HTTPS_PROXY: proxy.url,
    },
  });
  proxy.close();
  expect(proxy.seen).not.toEqual([]);
  expect(proxy.seen.filter((line) => line !== 'CONNECT nowhere.invalid:443')).toEqual([]);
});
