import { generateKeyPairSync, sign } from 'node:crypto';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export interface CertificateOptions {
  /** The address it is for; this machine's by default. */
  readonly address?: readonly [number, number, number, number];
  readonly isExpired?: boolean;
}

/**
 * A key and a certificate signed with it, made anew so that none lies in the repository: X.509 (RFC 5280) version 3 in DER,
 * with one address as its subjectAltName.
 */
export function makeCertificate(options: CertificateOptions = {}): Certificate {
  const { address = [127, 0, 0, 1], isExpired = false } = options;
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const ecdsaWithSha256 = sequence(Buffer.from('06082a8648ce3d040302', 'hex'));
  const commonName = sequence(Buffer.from('0603550403', 'hex'), node(0x0c, Buffer.from(address.join('.'))));
  const name = sequence(node(0x31, commonName));
  const validity = sequence(utcTime('200101000000Z'), utcTime(isExpired ? '210101000000Z' : '490101000000Z'));
  const version3 = node(0xa0, Buffer.from('020102', 'hex'));
  const serial = Buffer.from('020101', 'hex');
  const subjectKey = publicKey.export({ type: 'spki', format: 'der' });
  const altName = sequence(node(0x87, Buffer.from(address)));
  const extension = sequence(Buffer.from('0603551d11', 'hex'), node(0x04, altName));
  const extensions = node(0xa3, sequence(extension));
  const body = sequence(version3, serial, ecdsaWithSha256, name, validity, name, subjectKey, extensions);
  const signature = node(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]));
  const text = sequence(body, ecdsaWithSha256, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`,
  };
}

function node(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return node(0x30, Buffer.concat(parts));
}

function utcTime(text: string): Buffer {
  return node(0x17, Buffer.from(text));
}
