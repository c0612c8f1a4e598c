import { generate } from 'selfsigned';

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
