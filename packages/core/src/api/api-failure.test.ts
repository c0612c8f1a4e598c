import { expect, test } from 'vitest';
import { toApiFailure } from './api-failure.ts';

function coded(code: unknown, more: object = {}): Error {
  return Object.assign(new Error('failed'), { code, ...more });
}

function caused(cause: unknown): Error {
  return new TypeError('fetch failed', { cause });
}

test.each([
  ['ENOTFOUND', 'host-not-found'],
  ['EAI_AGAIN', 'host-not-found'],
  ['ECONNREFUSED', 'connection-refused'],
  ['UND_ERR_CONNECT_TIMEOUT', 'connect-timeout'],
  ['ERR_INVALID_URL', 'unusable-url'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
  ['CERT_HAS_EXPIRED', 'certificate'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
])('%s proves that nothing was sent: %s', (code, reason) => {
  expect(toApiFailure(caused(coded(code)))).toEqual({ kind: 'not-sent', reason, code });
});

test.each([
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_HEADERS_TIMEOUT',
  'ETIMEDOUT',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'EACCES',
  'UND_ERR_ABORTED',
  'TOSTRING',
])('%s proves nothing', (code) => {
  expect(toApiFailure(caused(coded(code)))).toEqual({ kind: 'uncertain', reason: 'connection-lost', code });
});

test('a time-out while connecting proves that nothing was sent', () => {
  expect(toApiFailure(coded('ETIMEDOUT', { syscall: 'connect' }))).toMatchObject({
    kind: 'not-sent',
    reason: 'connect-timeout',
  });
});

test.each([
  ['ENETUNREACH', 'unreachable'],
  ['EHOSTUNREACH', 'unreachable'],
  ['EADDRNOTAVAIL', 'unreachable'],
  ['EAFNOSUPPORT', 'unreachable'],
  ['EACCES', 'connection-refused'],
  ['EPERM', 'connection-refused'],
])('%s while connecting proves that nothing was sent: %s', (code, reason) => {
  const failure = (syscall: string) => toApiFailure(caused(coded(code, { syscall })));
  expect([failure('connect').kind, failure('read').kind, failure('write').kind]).toEqual([
    'not-sent',
    'uncertain',
    'uncertain',
  ]);
  expect(failure('connect')).toMatchObject({ reason });
});

test('words that only resemble a proof prove nothing', () => {
  const words = ['bad port of call', 'Proxy response (502) !== 200 when HTTP Tunneling', 'bad  port'];
  expect(words.map((message) => toApiFailure(caused(new Error(message))).kind)).toEqual(
    words.map(() => 'uncertain'),
  );
  expect(toApiFailure(caused(Object.assign(new Error('bad port'), { code: 'ECONNRESET' })))).toMatchObject({
    kind: 'uncertain',
  });
});

test('where every attempt proves it, all of them do', () => {
  const attempts = [coded('ECONNREFUSED'), coded('ETIMEDOUT', { syscall: 'connect' })];
  const error = caused(Object.assign(new AggregateError(attempts), { code: 'ETIMEDOUT' }));
  expect(toApiFailure(error)).toEqual({
    kind: 'not-sent',
    reason: 'connection-refused',
    code: 'ECONNREFUSED',
  });
});

test('one attempt that proves nothing is enough for nothing to be proven', () => {
  const error = caused(new AggregateError([coded('ECONNREFUSED'), coded('ECONNRESET')]));
  expect(toApiFailure(error)).toEqual({ kind: 'uncertain', reason: 'connection-lost', code: 'ECONNRESET' });
});

test('an attempt without a code proves nothing', () => {
  const error = new AggregateError([coded('ECONNREFUSED'), new Error('who knows')]);
  expect(toApiFailure(error)).toEqual({ kind: 'uncertain', reason: 'connection-lost' });
});

test('a code of its own goes before the one of the cause', () => {
  const error = Object.assign(caused(coded('ECONNREFUSED')), { code: 'UND_ERR_SOCKET' });
  expect(toApiFailure(error)).toEqual({
    kind: 'uncertain',
    reason: 'connection-lost',
    code: 'UND_ERR_SOCKET',
  });
});

test.each([
  ['a text', 'ECONNREFUSED'],
  ['nothing', undefined],
  ['null', null],
  ['an error without a code', new TypeError('Failed to fetch')],
  ['a code that is a number', coded(20)],
  ['a name that every object has', coded('constructor')],
  ['words instead of a code', coded('Bearer some-key was refused')],
])('%s proves nothing and names no code', (_what, error) => {
  expect(toApiFailure(error)).toEqual({ kind: 'uncertain', reason: 'connection-lost' });
});

test('causes that go round in a circle come to an end', () => {
  const error = caused(undefined);
  error.cause = new AggregateError([error, error, error]);
  expect(toApiFailure(error)).toEqual({ kind: 'uncertain', reason: 'connection-lost' });
});

test('causes without end are given up', () => {
  class Endless extends Error {
    override get cause(): unknown {
      return new Endless('again');
    }
  }
  expect(toApiFailure(new Endless('again'))).toEqual({ kind: 'uncertain', reason: 'connection-lost' });
});

test('a getter that throws proves nothing', () => {
  const error = Object.defineProperty(new Error('failed'), 'code', {
    get() {
      throw new Error('not for you');
    },
  });
  expect(toApiFailure(error)).toEqual({ kind: 'uncertain', reason: 'connection-lost' });
});
