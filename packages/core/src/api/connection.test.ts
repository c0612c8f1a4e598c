import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { keyOf } from '../../test/connections.ts';
import { connect, defaultAnswerTimeout } from './connection.ts';

const baseUrl = 'https://api.helpcrunch.com/v1';

test('what is not given is taken from the platform', () => {
  expect(connect({ baseUrl, apiKey: keyOf('key') })).toMatchObject({
    now: Date.now,
    answerTimeout: defaultAnswerTimeout,
  });
});

test('what is given as undefined counts as not given', () => {
  const options = {
    baseUrl,
    apiKey: keyOf('key'),
    fetch: undefined,
    now: undefined,
    answerTimeout: undefined,
  };
  expect(connect(options)).toMatchObject({
    fetch: expect.any(Function),
    now: Date.now,
    answerTimeout: defaultAnswerTimeout,
  });
});

test('printing a connection shows no key', () => {
  const connection = connect({ baseUrl, apiKey: keyOf('aB3-secret') });
  expect(inspect(connection, { depth: Number.POSITIVE_INFINITY, showHidden: true })).not.toContain('secret');
});
