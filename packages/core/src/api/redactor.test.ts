import { Buffer } from 'node:buffer';
import { makeApiKey } from '@helpcrunch-customer-kit/testing/api-keys';
import { expect, test } from 'vitest';
import { hiddenMark, hideKeys } from '../customer/key-like-text.ts';
import { createRedactor, hideInJson } from './redactor.ts';

const key = makeApiKey(7);
const awkward = 'aB3+/="quoted"&0123456789-and\\more';
const short = 'k8-Zq+/1';

function hide(text: string, ...secrets: readonly string[]): string {
  return createRedactor(secrets).hide(text);
}

function chunks(text: string, size: number): string[] {
  return text.match(new RegExp(`.{1,${size}}`, 'gs')) ?? [];
}

function inHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

const writings: readonly (readonly [string, (secret: string) => string])[] = [
  ['as it is', (secret) => secret],
  ['in a URL', encodeURIComponent],
  [
    'in a URL, small',
    (secret) => encodeURIComponent(secret).replaceAll(/%../g, (code) => code.toLowerCase()),
  ],
  ['in a URL in a URL', (secret) => encodeURIComponent(encodeURIComponent(secret))],
  ['in JSON', JSON.stringify],
  ['in JSON as PHP writes it', (secret) => JSON.stringify(secret).replaceAll('/', '\\/')],
  [
    'in JSON as .NET writes it',
    (secret) => JSON.stringify(secret).replaceAll('+', '\\u002B').replaceAll('=', '\\u003D'),
  ],
  ['in JSON within JSON', (secret) => JSON.stringify(JSON.stringify(secret))],
  ['in a page', inHtml],
  [
    'in a page, by numbers',
    (secret) => secret.replaceAll(/[^a-z0-9]/gi, (sign) => `&#${sign.charCodeAt(0)};`),
  ],
  ['in JSON in a page', (secret) => inHtml(JSON.stringify(secret))],
  ['spaced', (secret) => [...secret].join(' ')],
  ['in groups', (secret) => chunks(secret, 4).join('-\u00a0').replaceAll('-\u00a0', '\u00a0')],
  ['wrapped', (secret) => chunks(secret, 7).join('\n  ')],
  ['wrapped, in JSON', (secret) => JSON.stringify(chunks(secret, 7).join('\r\n'))],
  ['wrapped in a box', (secret) => chunks(secret, 9).join(' │\n│ ')],
  ['between colors', (secret) => chunks(secret, 5).join('\u001b[31m')],
  ['with invisible characters', (secret) => [...secret].join('\u200b')],
  ['as a list of texts', (secret) => JSON.stringify([...secret])],
  ['in hex', (secret) => Buffer.from(secret).toString('hex')],
  ['in hex, capital', (secret) => Buffer.from(secret).toString('hex').toUpperCase()],
  ['in base64', btoa],
  ['in base64 for URLs', (secret) => Buffer.from(secret).toString('base64url')],
  ['in base64 behind a user', (secret) => btoa(`u:${secret}`)],
  ['in base64 behind its scheme', (secret) => btoa(`Bearer ${secret} and more`)],
];

test.each(
  writings.flatMap(([how, write]) => [
    [how, 'a key', write(key)] as const,
    [how, 'a part of a key', write(key.slice(28, 228))] as const,
    [how, 'an awkward key', write(awkward)] as const,
    [how, 'a short key', write(short)] as const,
  ]),
)('createRedactor: %s, %s is hidden', (_how, _what, text) => {
  const redactor = createRedactor([key, awkward, short]);
  const hidden = redactor.hide(`before ${text} after`);
  expect(hidden).toMatch(/^before .*\[hidden\].* after$/s);
  // Neither half of it can be read back.
  const digits = text.replaceAll(/["=]/g, '');
  const pieces = [digits.slice(6, 20), digits.slice(-20, -6)].filter((piece) => piece.length === 14);
  for (const piece of pieces) expect(hidden).not.toContain(piece);
  expect(hidden.length).toBeLessThan(60);
});

test('createRedactor: any 16 characters of a key are hidden, and 15 are not', () => {
  const { hide } = createRedactor([key]);
  for (let start = 0; start + 16 <= key.length; start += 1) {
    expect(hide(`(${key.slice(start, start + 16)})`)).toBe('([hidden])');
  }
  expect(hide(key.slice(0, 15))).toBe(key.slice(0, 15));
});

test('createRedactor: any 16 characters of an awkward key are hidden', () => {
  const { hide } = createRedactor([awkward]);
  for (let start = 0; start + 16 <= awkward.length; start += 1) {
    expect(hide(`<${awkward.slice(start, start + 16)}>`)).toContain(hiddenMark);
  }
});

test.each([
  ['spaced', [...'8BfJrHd0K0Xn%2FtXwNQu1Vr'].join(' ')],
  ['wrapped inside of it', '8BfJrHd0K0Xn%2\n    FtXwNQu1Vr'],
  ['in HTML', '8BfJrHd0K0Xn&#37;&#50;FtXwNQu1Vr'],
  ['in a URL', '8BfJrHd0K0Xn%252FtXwNQu1Vr'],
])('createRedactor: a key that itself has what looks like an escape is hidden: %s', (_how, text) => {
  expect(hide(`before ${text} after`, '8BfJrHd0K0Xn%2FtXwNQu1Vr')).toBe('before [hidden] after');
});

test('createRedactor: a short key is hidden as a whole, and its parts are not', () => {
  expect(hide(`${short} and ${short}`, short)).toBe('[hidden] and [hidden]');
  expect(hide(short.slice(1), short)).toBe(short.slice(1));
});

test('createRedactor: a key under 8 characters, made up for a sandbox, tears no words apart', () => {
  expect(hide('a key', 'key')).toBe('a key');
  expect(hide('the sandbox', 'sandbox')).toBe('the sandbox');
});

test('createRedactor: a secret that holds another is hidden whole', () => {
  expect(hide('key abcdefgh-ijkl', 'abcdefgh', 'abcdefgh-ijkl')).toBe('key [hidden]');
});

test('createRedactor: a key is learned bare, however it was wrapped', () => {
  expect(hide(short, `Authorization: Bearer "${short}"\r\n`)).toBe('[hidden]');
});

test('createRedactor: a replacement pattern in a text stays as it is', () => {
  expect(hide("$& $1 my-secret $'", 'my-secret')).toBe("$& $1 [hidden] $'");
});

test('createRedactor: an empty secret hides nothing', () => {
  expect(hide('some text', '', ' ')).toBe('some text');
});

test('createRedactor: JSON text stays JSON when an escaped key in it is hidden', () => {
  const text = JSON.stringify({ note: `${key}"\\` }).replaceAll('/', '\\/');
  expect(JSON.parse(hide(text, key))).toEqual({ note: '[hidden]"\\' });
});

test('mask: puts a bullet for each character, so that offsets stay', () => {
  const { mask } = createRedactor([short]);
  expect(mask(`a ${short} b`)).toBe('a •••••••• b');
});

test('createRedactor: without a guess only what was learned is hidden', () => {
  const { hide } = createRedactor([short], { guess: false });
  expect(hide(`${short} ${'k'.repeat(400)}`)).toBe(`[hidden] ${'k'.repeat(400)}`);
});

test('hideInJson: the key is hidden in texts and names, and a __proto__ stays a property', () => {
  const { hide } = createRedactor([key]);
  const answer = {
    name: `Bearer ${key}`,
    tags: [{ name: key }],
    customData: { [key]: 1, seats: 12 },
    id: null,
  };
  expect(hideInJson(answer, hide)).toEqual({
    name: 'Bearer [hidden]',
    tags: [{ name: '[hidden]' }],
    customData: { '[hidden]': 1, seats: 12 },
    id: null,
  });
  const hidden = hideInJson(JSON.parse('{"__proto__": {"name": "x"}}'), hide);
  expect([Object.keys(Object(hidden)), Object.getPrototypeOf(hidden)]).toEqual([
    ['__proto__'],
    Object.prototype,
  ]);
});

test('hideKeys: what looks like a key is hidden and the rest stays', () => {
  expect(hideKeys(`before ${key} after`)).toBe('before [hidden] after');
});

test('hideKeys: the scheme of a header stays readable', () => {
  expect(hideKeys('Bearer <abcdef0123456789> sent')).toBe('Bearer [hidden] sent');
});

test('hideKeys: a bearer of news is not a key, and stays', () => {
  const text = 'The bearer responsibilities are great, says Bearer International-Logistics.';
  expect(hideKeys(text)).toBe(text);
});

test.each<[string, (text: string) => string]>([
  ['as PHP writes JSON', (text) => text.replaceAll('/', '\\/')],
  ['as .NET writes JSON', (text) => text.replaceAll('+', '\\u002B').replaceAll('=', '\\u003D')],
  ['in a URL', encodeURIComponent],
])('hideKeys: an unknown key %s is hidden', (_where, write) => {
  const shown = [hideKeys(`"${write(key)}"`), hideKeys(`"Bearer ${write('aB3+/=cD4+/=eF5')}"`)];
  expect(shown).toEqual(['"[hidden]"', '"Bearer [hidden]"']);
});

test('hideKeys: JSON stays JSON when a key in it is hidden', () => {
  const note = `"Bearer ${key.slice(0, 40)}" and "${key}"\\`;
  const text = JSON.stringify({ note });
  expect(JSON.parse(hideKeys(text))).toEqual({ note: '"Bearer [hidden]" and "[hidden]"\\' });
});

test('hideKeys: four million characters without a blank are searched in a moment', () => {
  expect(hideKeys('x'.repeat(4_000_000))).toBe('[hidden]');
  expect(hideKeys('\\'.repeat(4_000_000))).toHaveLength(4_000_000);
  expect(hideKeys(`${'\\'.repeat(4_000_000)}x`)).toHaveLength(4_000_001);
});

test('hideKeys: a source of 440 characters with a long path stays (case 19)', () => {
  const source = `https://shop.example/${'campaigns/spring-launch/landing/'.repeat(13)}x=1`;
  expect(source.length).toBe(440);
  expect(hideKeys(source)).toBe(source);
});
