import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

/** A server of a test's own on a free port, closed with every connection at the end of the block that holds it. */
export interface Served extends AsyncDisposable {
  /** With the path of HelpCrunch's API. */
  readonly baseUrl: string;
  readonly server: Server;
}

/** Serves a listener over HTTP. */
export function serve(listener: RequestListener): Promise<Served> {
  return listening(createServer(listener), 'http');
}

/** Serves a listener over HTTPS, with an untrusted certificate. */
export async function serveUntrusted(listener: RequestListener): Promise<Served> {
  return listening(createTlsServer(await makeCertificate(), listener), 'https');
}

/** Nothing listens there; a port that was free a moment ago may be another test's by now. */
export const closedPort = 'http://127.0.0.1:2/v1';

async function listening(server: Server, scheme: string): Promise<Served> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    server,
    baseUrl: `${scheme}://127.0.0.1:${port}/v1`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** PEM texts of a private key and of the certificate signed with it. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export interface CertificateOptions {
  /** The IP address it is for; this machine's by default. */
  readonly address?: string;
  readonly isExpired?: boolean;
}

/** Makes a self-signed certificate, a new one each time: none has to be checked in. */
export async function makeCertificate({
  address = '127.0.0.1',
  isExpired = false,
}: CertificateOptions = {}): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: address }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date('2020-01-01'),
    notAfterDate: new Date(isExpired ? '2021-01-01' : '2049-01-01'),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: address }] }],
  });
  // Several in one file need the end of the line, which selfsigned leaves out.
  return { key: made.private, cert: `${made.cert.trimEnd()}\n` };
}
