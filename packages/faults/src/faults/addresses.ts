import { type ScenarioName, scenarios } from '@helpcrunch-customer-kit/sandbox';
import { type CertificateKind, driverNames, type Fault, mostlyCore, patient } from './fault.ts';

/** Nothing is wrong: what every other kind is compared with. */
export const none: Fault = {
  name: 'none',
  summary: 'Nothing is wrong.',
  drivers: driverNames,
  share: 2,
  plan: ({ random }) => {
    const tls = random.percent(20);
    return {
      detail: tls ? 'over TLS' : 'plain',
      expectedClaim: 'yes',
      answerTimeout: patient,
      ...(tls ? { tls: 'good' } : {}),
    };
  },
};

export const refused: Fault = {
  name: 'refused',
  summary: 'The port is closed.',
  drivers: driverNames,
  plan: () => ({
    detail: 'a closed port',
    expectedClaim: 'no',
    address: 'closed-port',
    answerTimeout: patient,
  }),
};

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

/** In that scenario the sandbox itself creates another program's customer; `stranger` does that here. */
const all = scenarios.map(({ name }) => name).filter((name) => name !== 'user-id-taken');

const waiting: ReadonlySet<ScenarioName> = new Set(['slow', 'created-then-timeout']);

export const scenario: Fault = {
  name: 'scenario',
  summary: 'A scenario of the sandbox, on its own socket without a proxy: all of them in turn.',
  drivers: mostlyCore,
  share: 3,
  plan: ({ random, turn, driver }) => {
    const named = all[turn % all.length] ?? random.pick(['slow']);
    // A program waits for half a minute: it gets another scenario instead.
    const isTooSlow = (driver === 'cli' || driver === 'wizard') && waiting.has(named);
    const name = isTooSlow ? 'created-then-lost' : named;
    return {
      detail: name,
      address: 'sandbox',
      answerTimeout: waiting.has(name) ? 80 : patient,
      isAnswerAltered: true,
      sandbox: { scenario: name, slowMilliseconds: 200 },
    };
  },
};
