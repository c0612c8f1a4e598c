import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { answerBytes, withHeaders } from '../proxy/raw-answer.ts';
import { type Fault, patient } from './fault.ts';

type Spoil = (body: Uint8Array) => { readonly encoding: string; readonly body: Uint8Array };

const spoils: readonly [readonly [string, Spoil], ...(readonly [string, Spoil])[]] = [
  ['plain text called gzip', (body) => ({ encoding: 'gzip', body })],
  ['half of a gzip', (body) => ({ encoding: 'gzip', body: gzipSync(body).subarray(0, 40) })],
  ['a gzip with a wrong byte', (body) => ({ encoding: 'gzip', body: flipped(gzipSync(body)) })],
  ['gzip called br', (body) => ({ encoding: 'br', body: gzipSync(body) })],
  ['nothing called gzip', () => ({ encoding: 'gzip', body: new Uint8Array() })],
  ['an unknown encoding', (body) => ({ encoding: 'zebra', body })],
  ['gzip twice, said once', (body) => ({ encoding: 'gzip', body: gzipSync(gzipSync(body)) })],
];

/** A 201 is a 201, whatever its body. */
export const badEncoding: Fault = {
  name: 'bad-gzip',
  summary: 'The create is stored, and the body of its 201 cannot be decompressed.',
  drivers: ['core', 'core', 'extension', 'cli'],
  plan: ({ random }) => {
    const [detail, spoil] = random.pick(spoils);
    return {
      detail,
      expectedClaim: 'yes',
      answerTimeout: patient,
      isAnswerAltered: true,
      async onCreate(exchange) {
        const answer = await exchange.store();
        const { encoding, body } = spoil(answer.body);
        await exchange.connection.write(
          answerBytes(withHeaders({ ...answer, body }, { 'content-encoding': encoding })),
        );
        exchange.moments.happen('answered');
      },
    };
  },
};

/** Compressed correctly: not a fault. */
export const goodEncodings = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync } as const;

function flipped(bytes: Buffer): Uint8Array {
  const copy = Buffer.from(bytes);
  const middle = Math.floor(copy.length / 2);
  copy[middle] = (copy[middle] ?? 0) ^ 0xff;
  return copy;
}
