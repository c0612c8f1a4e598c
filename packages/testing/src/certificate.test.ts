import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:tls';
import { expect, test } from 'vitest';
import { type CertificateOptions, makeCertificate } from './servers.ts';

/** What a client that trusts a server's certificate thinks of it. */
async function codeOf(options: CertificateOptions): Promise<string | undefined> {
  const certificate = await makeCertificate(options);
  await using server = createServer(certificate, (socket) => socket.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = connect({ host: '127.0.0.1', port, ca: certificate.cert });
  try {
    await once(client, 'secureConnect');
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  } finally {
    client.destroy();
  }
}

test.each([
  ['is good for this machine', {}, undefined],
  ['is not good for another address', { address: '192.0.2.1' }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['can be expired', { isExpired: true }, 'CERT_HAS_EXPIRED'],
])('makeCertificate: a certificate %s', async (_what, options, code) => {
  expect(await codeOf(options)).toBe(code);
});

test('makeCertificate: certificates can be joined in one file', async () => {
  const { cert } = await makeCertificate();
  expect(cert).toMatch(/^-----BEGIN CERTIFICATE-----\n[\w+/=\r\n]+\n-----END CERTIFICATE-----\n$/);
});
