import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates, type TlsOptions } from 'node:tls';
import { type Certificate, makeCertificate } from '@helpcrunch-customer-kit/testing/servers';
import { temporaryFolder } from '@helpcrunch-customer-kit/testing/temporary-folder';
import type { CertificateKind } from '../faults/fault.ts';

const certificates: Readonly<Record<CertificateKind, Certificate>> = {
  good: await makeCertificate(),
  'self-signed': await makeCertificate(),
  'wrong-host': await makeCertificate({ address: '192.0.2.1' }),
  expired: await makeCertificate({ isExpired: true }),
};

/** Trusted by this process and the programs it starts, so that only the address or the date is wrong. */
const trusted = (['good', 'wrong-host', 'expired'] as const).map((kind) => certificates[kind].cert);

export function tlsOptions(kind: CertificateKind): TlsOptions {
  return certificates[kind];
}

/** Makes this process trust them. */
export function trustCertificates(): void {
  setDefaultCACertificates([...getCACertificates('default'), ...trusted]);
}

/** A file for `NODE_EXTRA_CA_CERTS`. */
export function writeTrusted(): Disposable & { readonly path: string } {
  const folder = temporaryFolder();
  const path = join(folder.path, 'trusted.pem');
  writeFileSync(path, trusted.join('\n'));
  return { path, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}
