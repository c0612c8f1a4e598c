import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { answerBytes, type RawAnswer, withHeaders } from '../proxy/http.ts';
import { type Fault, patient } from './fault.ts';

type Write = (answer: RawAnswer) => string | Uint8Array;

const text = (answer: RawAnswer) => answerBytes(answer).toString('latin1');

/** Wrong, but stored: a client that cannot read it can only claim `unknown`. */
const odd: readonly [readonly [string, Write], ...(readonly [string, Write])[]] = [
  ['no status', (answer) => text(answer).replace('HTTP/1.1 201 Said', 'HTTP/1.1')],
  ['another protocol', (answer) => text(answer).replace('HTTP/1.1', 'SPDY/9')],
  ['a status of four digits', (answer) => text(answer).replace('201', '2010')],
  ['a status of 0', (answer) => text(answer).replace('201', '0')],
  ['101 Switching Protocols', (answer) => text(answer).replace('201 Said', '101 Switching Protocols')],
  ['a header without a colon', (answer) => text(answer).replace('\r\n', '\r\nno colon here\r\n')],
  ['a header of 100 kB', (answer) => answerBytes(withHeaders(answer, { 'x-long': 'x'.repeat(100_000) }))],
  ['a NUL in a header', (answer) => text(answer).replace('\r\n', '\r\nx-nul: a\0b\r\n')],
  ['a length beside chunks', (answer) => text(answer).replace('\r\n', '\r\ntransfer-encoding: chunked\r\n')],
  ['a chunk size that is not a number', (answer) => chunked(answer, 'zz')],
  ['chunks without an end', (answer) => chunked(answer, '').slice(0, -5)],
  ['noise', () => Buffer.alloc(300, 0x9d)],
];

export const oddHead: Fault = {
  name: 'odd-head',
  summary: 'The create is stored, and the head of its answer is not valid HTTP.',
  drivers: ['core', 'core', 'extension', 'cli'],
  plan: ({ random }) => {
    const [detail, write] = random.pick(odd);
    return {
      detail,
      answerTimeout: patient,
      isAnswerAltered: true,
      async onCreate(exchange) {
        await exchange.connection.write(toBytes(write(await exchange.store())));
        exchange.connection.end();
      },
    };
  },
};

/** Unusual but valid. */
const unusual: readonly [readonly [string, Write], ...(readonly [string, Write])[]] = [
  ['HTTP/1.0', (answer) => text(answer).replace('HTTP/1.1', 'HTTP/1.0')],
  ['no reason', (answer) => text(answer).replace('201 Said', '201 ')],
  [
    'until it closes',
    (answer) => answerBytes(withHeaders(answer, { 'x-until-close': '', connection: 'close' })),
  ],
  ['in chunks', (answer) => chunked(answer, '')],
  ['in chunks with a trailer', (answer) => chunked(answer, '', 'x-sum: 1\r\n')],
  ['gzip', (answer) => packed(answer, 'gzip')],
  ['deflate', (answer) => packed(answer, 'deflate')],
  ['br', (answer) => packed(answer, 'br')],
  ['called text', (answer) => answerBytes(withHeaders(answer, { 'content-type': 'text/plain' }))],
  ['cookies', (answer) => answerBytes(withHeaders(answer, { 'set-cookie': 'a=b', 'x-a': 'ä' }))],
];

export const unusualAnswer: Fault = {
  name: 'unusual',
  summary: 'The answer is written in a way that is rare but valid: nothing is wrong.',
  drivers: ['core', 'core', 'extension', 'cli'],
  plan: ({ random }) => {
    const [detail, write] = random.pick(unusual);
    return {
      detail,
      expectedClaim: 'yes',
      answerTimeout: patient,
      async onCreate(exchange) {
        await exchange.connection.write(toBytes(write(await exchange.store())));
        if (detail === 'HTTP/1.0' || detail === 'until it closes') exchange.connection.end();
        exchange.moments.happen('answered');
      },
    };
  },
};

function packed(answer: RawAnswer, encoding: keyof typeof goodEncodings): Uint8Array {
  const body = goodEncodings[encoding](answer.body);
  return answerBytes(withHeaders({ ...answer, body }, { 'content-encoding': encoding }));
}

function chunked(answer: RawAnswer, spoilt: string, trailer = ''): string {
  const body = Buffer.from(answer.body).toString('latin1');
  const chunks = (body.match(/[\s\S]{1,50}/g) ?? []).map(
    (part) => `${spoilt || part.length.toString(16)}\r\n${part}\r\n`,
  );
  const head = text({ ...withHeaders(answer, { 'transfer-encoding': 'chunked' }), body: new Uint8Array() });
  return `${head}${chunks.join('')}0\r\n${trailer}\r\n`;
}

function toBytes(written: string | Uint8Array): Uint8Array {
  return typeof written === 'string' ? Buffer.from(written, 'latin1') : written;
}

export const wrongLength: Fault = {
  name: 'wrong-length',
  summary: 'Content-Length is larger or smaller than the body, not a number, or there twice.',
  drivers: ['core', 'core', 'extension', 'cli'],
  plan: ({ random }) => {
    const wrong = random.pick(['too long', 'too short', 'zero', 'negative', 'no number', 'twice', 'huge']);
    const by = random.int(1, 200);
    return {
      detail: `${wrong} (by ${by})`,
      answerTimeout: patient,
      isAnswerAltered: true,
      async onCreate(exchange) {
        const answer = await exchange.store();
        const { length } = answer.body;
        const claimed = {
          'too long': length + by,
          'too short': Math.max(1, length - by),
          zero: 0,
          negative: -by,
          'no number': 'many',
          twice: length,
          huge: '99999999999999999999',
        }[wrong];
        const spoilt = withHeaders(answer, { 'content-length': String(claimed) });
        const twice = {
          ...spoilt,
          headers: [...spoilt.headers, ['content-length', String(length + by)] as const],
        };
        await exchange.connection.write(answerBytes(wrong === 'twice' ? twice : spoilt));
        exchange.connection.end();
      },
    };
  },
};

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
const goodEncodings = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync } as const;

function flipped(bytes: Buffer): Uint8Array {
  const copy = Buffer.from(bytes);
  const middle = Math.floor(copy.length / 2);
  copy[middle] = (copy[middle] ?? 0) ^ 0xff;
  return copy;
}
