import type { CertificateKind, Fault } from './fault.ts';
import { mostlyCore, patient } from './fault.ts';

const wrong: readonly [CertificateKind, CertificateKind, CertificateKind] = [
  'self-signed',
  'wrong-host',
  'expired',
];

export const certificate: Fault = {
  name: 'tls-certificate',
  summary: 'The certificate is self-signed, for another host, or expired: no request may leave.',
  drivers: mostlyCore,
  plan: ({ random }) => {
    const tls = random.pick(wrong);
    return { detail: tls, expectedClaim: 'no', tls, answerTimeout: patient };
  },
};

/** A failed handshake proves little to a client, but nothing can have been stored. */
export const handshake: Fault = {
  name: 'tls-handshake',
  summary: 'The handshake breaks off, or is answered in plain HTTP.',
  drivers: ['core', 'core', 'extension', 'cli'],
  plan: ({ random }) => {
    const what = random.pick(['reset', 'end', 'plain HTTP', 'noise']);
    return {
      detail: what,
      answerTimeout: patient,
      address: 'plain-as-tls',
      onConnection(connection) {
        void (async () => {
          if (what === 'plain HTTP')
            await connection.write('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n');
          if (what === 'noise') await connection.write(Buffer.alloc(64, 0x16));
          if (what === 'reset') connection.reset();
          else connection.end();
        })();
        return true;
      },
    };
  },
};
