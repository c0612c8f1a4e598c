import { gzipSync } from 'node:zlib';
import { serve } from '@helpcrunch-customer-kit/testing/servers';
import { expect, test } from 'vitest';
import { connectionTo } from '../../test/connections.ts';
import { send } from '../../test/send.ts';
import { readCustomer } from '../reading/read-customer.ts';

const ada = readCustomer({ name: 'Ada Lovelace' });
const body = '{"id":7,"name":"Ada Lovelace"}';
const created = 'HTTP/1.1 201 Created\r\n';
const crlf = '\r\n\r\n';
const yes = { outcome: 'created', customerExists: 'yes' };
const unknown = { outcome: 'unknown', customerExists: 'unknown' };

/** What comes of a create to which a server writes these bytes, whatever they are, and ends the connection. */
async function answeredWith(...parts: readonly (string | Uint8Array)[]) {
  await using served = await serve((request) => {
    for (const part of parts) request.socket.write(part);
    request.socket.end();
  });
  return await send(connectionTo(served.baseUrl), ada);
}

test.each<[string, (string | Uint8Array)[], object]>([
  [
    'early hints before a 201',
    [`HTTP/1.1 103 Early Hints\r\nlink: </a>${crlf}${created}content-length: ${body.length}${crlf}${body}`],
    { ...yes, customer: { id: 7 }, dropped: [], changed: [] },
  ],
  [
    'an unexpected 100, which Node takes for no answer',
    [`HTTP/1.1 100 Continue${crlf}${created}${crlf}${body}`],
    unknown,
  ],
  ['a 100 and nothing more', [`HTTP/1.1 100 Continue${crlf}`], unknown],
  [
    'a switch of protocols',
    [`HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade${crlf}`],
    unknown,
  ],
  ['a 201 whose head breaks off', ['HTTP/1.1 201 Created\r\ncontent-le'], unknown],
  ['a 201 with two lengths', [`${created}content-length: 1\r\ncontent-length: 2${crlf}ab`], unknown],
  [
    'a 201 that is shorter than it says',
    [`${created}content-length: 999${crlf}${body}`],
    { ...yes, unreadable: 'cut-off' },
  ],
  [
    'a 201 that is longer than it says',
    [`${created}content-length: 5${crlf}${body}`],
    { ...yes, unreadable: 'not-json' },
  ],
  [
    'a 201 in broken chunks',
    [`${created}transfer-encoding: chunked${crlf}zz\r\n${body}`],
    { ...yes, unreadable: 'cut-off' },
  ],
  [
    'a 201 that is not gzip',
    [`${created}content-encoding: gzip${crlf}${body}`],
    { ...yes, unreadable: 'cut-off' },
  ],
  [
    'a 201 whose gzip is cut',
    [`${created}content-encoding: gzip${crlf}`, gzipSync(body).subarray(0, 20)],
    { ...yes, unreadable: expect.any(String) },
  ],
  [
    'a 201 that swells to 200 MB',
    [`${created}content-encoding: gzip${crlf}`, gzipSync(Buffer.alloc(200_000_000, 0x20))],
    { ...yes, unreadable: 'too-large' },
  ],
  [
    'a 201 that is not UTF-8',
    [`${created}${crlf}{"id":7,"name":"Ada `, new Uint8Array([0xff, 0xfe]), '"}'],
    { ...yes, changed: [{ path: '/name', sent: 'Ada Lovelace', got: 'Ada \ufffd\ufffd' }] },
  ],
  ['a 204', [`HTTP/1.1 204 No Content${crlf}`], unknown],
  [
    'a 400 that breaks off',
    [`HTTP/1.1 400 Bad Request\r\ncontent-length: 999${crlf}{"err`],
    { outcome: 'rejected', issues: [] },
  ],
  ['a status that there is not', [`HTTP/1.1 999 What${crlf}`], unknown],
])('%s', async (_what, parts, expected) => {
  expect(await answeredWith(...parts)).toMatchObject(expected);
});

test('an answer that drips on and on is given up when the whole time is over', async () => {
  await using served = await serve((_request, response) => {
    response.writeHead(201);
    const drip = setInterval(() => response.write(' '), 5);
    response.on('close', () => clearInterval(drip));
  });
  // The head is there before the time begins, however slow the machine is.
  const response = await fetch(served.baseUrl, { method: 'POST', body: '{}' });
  const connection = connectionTo(served.baseUrl, { fetch: async () => response, answerTimeout: 100 });
  expect(await send(connection, ada)).toMatchObject({ ...yes, unreadable: 'cut-off' });
});

test('a head that drips on and on is given up, too', async () => {
  await using served = await serve(({ socket }) => {
    socket.write('HTTP/1.1 201 Created\r\n');
    const drip = setInterval(() => socket.write('x-a: b\r\n'), 5);
    socket.on('close', () => clearInterval(drip));
  });
  expect(await send(connectionTo(served.baseUrl, { answerTimeout: 100 }), ada)).toMatchObject({
    ...unknown,
    reason: 'answer-timeout',
  });
});
