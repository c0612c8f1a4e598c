import { closedPort, serve, serveUntrusted } from '@helpcrunch-customer-kit/testing/servers';
import { expect, test } from 'vitest';
import { connectionBy, connectionTo } from '../../test/connections.ts';
import { send } from '../../test/send.ts';
import { readCustomer } from '../reading/read-customer.ts';

const ada = readCustomer({ name: 'Ada Lovelace' });
const notSent = (reason: string) => ({ outcome: 'not-sent', customerExists: 'no', reason });

test('a port without a listener refuses the connection', async () => {
  const connection = connectionTo(closedPort);
  expect(await send(connection, ada)).toMatchObject(notSent('connection-refused'));
});

test('a host that there is not is not found', async () => {
  const connection = connectionTo('https://helpcrunch.invalid/v1');
  expect(await send(connection, ada)).toMatchObject(notSent('host-not-found'));
});

test('a self-signed certificate is not trusted, and the server sees no request', async () => {
  let requests = 0;
  await using served = await serveUntrusted(() => {
    requests += 1;
  });
  expect(await send(connectionTo(served.baseUrl), ada)).toMatchObject(notSent('certificate'));
  expect(requests).toBe(0);
});

test.each(['', 'no url', 'https://user:password@helpcrunch.example/v1'])(
  'the address %j cannot be used',
  async (url) => {
    expect(await send(connectionTo(url), ada)).toMatchObject(notSent('unusable-url'));
  },
);

test('a connection that could not be made in time was not made', async () => {
  // As undici rejects after its own ten seconds.
  const cause = Object.assign(new Error('Connect Timeout Error'), { code: 'UND_ERR_CONNECT_TIMEOUT' });
  const connection = connectionBy(() => Promise.reject(new TypeError('fetch failed', { cause })));
  expect(await send(connection, ada)).toMatchObject(notSent('connect-timeout'));
});

test('a proof that nothing was sent goes before a cancellation at the same moment', async () => {
  const controller = new AbortController();
  const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  const connection = connectionBy(() => {
    const refused = Promise.reject(new TypeError('fetch failed', { cause }));
    refused.catch(() => {}).then(() => controller.abort());
    return refused;
  });
  expect(await send(connection, ada, { signal: controller.signal })).toMatchObject(
    notSent('connection-refused'),
  );
});

test('canceled once the server has the request, it is unknown', async () => {
  const controller = new AbortController();
  await using served = await serve(() => controller.abort());
  expect(await send(connectionTo(served.baseUrl), ada, { signal: controller.signal })).toMatchObject({
    outcome: 'unknown',
    customerExists: 'unknown',
    reason: 'cancelled',
  });
});

test('a server that never answers leaves it unknown', async () => {
  await using served = await serve(() => {});
  expect(await send(connectionTo(served.baseUrl, { answerTimeout: 50 }), ada)).toMatchObject({
    outcome: 'unknown',
    reason: 'answer-timeout',
  });
});

test('a connection closed without an answer leaves it unknown', async () => {
  await using served = await serve((request) => request.socket.destroy());
  expect(await send(connectionTo(served.baseUrl), ada)).toMatchObject({
    outcome: 'unknown',
    reason: 'connection-lost',
  });
});

test('an answer that is not HTTP leaves it unknown', async () => {
  await using served = await serve((request) => request.socket.end('hello\r\n\r\n'));
  expect(await send(connectionTo(served.baseUrl), ada)).toMatchObject({
    outcome: 'unknown',
    reason: 'connection-lost',
  });
});

test.each([301, 302, 303, 307, 308])(
  'a redirect (%i) to another host is not followed, and no key goes there',
  async (status) => {
    const arrived: unknown[] = [];
    await using other = await serve((request, response) => {
      arrived.push(request.headers);
      response.end();
    });
    await using served = await serve((_request, response) => {
      response.writeHead(status, { location: `${other.baseUrl}/customers` }).end();
    });
    expect(await send(connectionTo(served.baseUrl), ada)).toMatchObject({
      outcome: 'unknown',
      reason: 'redirect',
    });
    expect(arrived).toEqual([]);
  },
);

test('a base URL with a slash at its end leads to the same place', async () => {
  const paths: unknown[] = [];
  await using served = await serve((request, response) => {
    paths.push(request.url);
    response.writeHead(201).end('{}');
  });
  await send(connectionTo(`${served.baseUrl}/`), ada);
  expect(paths).toEqual(['/v1/customers']);
});
