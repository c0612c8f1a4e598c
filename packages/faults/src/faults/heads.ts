import { answerBytes, type RawAnswer, withHeaders } from '../proxy/raw-answer.ts';
import { goodEncodings } from './encoding.ts';
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
