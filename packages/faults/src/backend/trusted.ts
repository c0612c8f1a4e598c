import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates, type TlsOptions } from 'node:tls';
import type { CertificateKind } from '../faults/fault.ts';
import { type Certificate, makeCertificate } from '../proxy/certificate.ts';

const certificates: Readonly<Record<CertificateKind, Certificate>> = {
  good: makeCertificate(),
  'self-signed': makeCertificate(),
  'wrong-host': makeCertificate({ address: [192, 0, 2, 1] }),
  expired: makeCertificate({ isExpired: true }),
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
  const folder = mkdtempSync(join(tmpdir(), 'kit-faults-ca-'));
  const path = join(folder, 'trusted.pem');
  writeFileSync(path, trusted.join(''));
  return { path, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}
