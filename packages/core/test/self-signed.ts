import { generateKeyPairSync, sign } from 'node:crypto';

/**
 * A key and a certificate signed with it, made anew: none has to be checked in. The certificate is the smallest that
 * X.509 (RFC 5280) knows: version 1, in DER.
 */
export function selfSigned(): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const ecdsaWithSha256 = sequence(Buffer.from('06082a8648ce3d040302', 'hex'));
  const commonName = sequence(Buffer.from('0603550403', 'hex'), node(0x0c, Buffer.from('127.0.0.1')));
  const name = sequence(node(0x31, commonName));
  const validity = sequence(utcTime('200101000000Z'), utcTime('490101000000Z'));
  const serial = Buffer.from('020101', 'hex');
  const subjectKey = publicKey.export({ type: 'spki', format: 'der' });
  const body = sequence(serial, ecdsaWithSha256, name, validity, name, subjectKey);
  const signature = node(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]));
  const certificate = sequence(body, ecdsaWithSha256, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`,
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
