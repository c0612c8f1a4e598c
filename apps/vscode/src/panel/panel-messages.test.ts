import { type Outcome, readCustomer } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import type { Attempt, Header } from '../attempts/attempt.ts';
import { customerPage } from './panel-actions.ts';
import { panelMessages, shownBody, sizeLabel, timeLabel } from './panel-messages.ts';

const request = { name: 'Ada' };
const rejected: Outcome = { outcome: 'rejected', customerExists: 'no', status: 400, request, issues: [] };

function attempt(body: string, headers: readonly Header[]): Attempt {
  const baseUrl = 'http://127.0.0.1:4010/v1';
  return {
    account: { kind: 'sandbox', label: 'Sandbox', host: undefined, identity: 'sandbox', baseUrl },
    customer: readCustomer(request),
    outcome: rejected,
    at: 0,
    endedAt: 0,
    exchange: {
      status: 400,
      headers,
      requestHeaders: [['accept', 'application/json']],
      body,
      isCut: false,
      milliseconds: 1,
    },
  };
}

const json: Header = ['content-type', 'application/problem+json; charset=utf-8'];
const html: Header = ['content-type', 'text/html'];

test.each([
  ['JSON as JSON', '{"a":1}', [json], 'json', '{\n  "a": 1\n}'],
  ['a page as HTML', '<h1>Bad</h1>', [html], 'html', '<h1>Bad</h1>'],
  ['a page that is declared as JSON as HTML', '<h1>Bad</h1>', [json], 'html', '<h1>Bad</h1>'],
  ['digits of a page as they are', '502', [html], 'html', '502'],
  ['text as text', 'Bad gateway', [['content-type', 'text/plain'] as const], 'text', 'Bad gateway'],
  ['JSON without a content type as JSON', '[1]', [], 'json', '[\n  1\n]'],
])('shownBody: shows %s', (_what, body, headers, kind, text) => {
  expect(shownBody(attempt(body, headers), 'response')).toEqual({ kind, text });
});

test('panelMessages: shows both sides with address, headers and figures, and the failure is open', () => {
  const [sent, got] = panelMessages(attempt('{}', [json]));
  expect(sent?.facts).toEqual(['POST http://127.0.0.1:4010/v1/customers', '19 B']);
  expect(sent?.headers).toEqual([{ label: 'accept', texts: ['application/json'] }]);
  expect(got).toMatchObject({ facts: ['HTTP 400', '1 ms'], isOpen: true, isJson: true });
});

test('panelMessages: says that a body is empty', () => {
  expect(panelMessages(attempt('', []))[1]).toMatchObject({
    body: '',
    note: 'The body is empty.',
    actions: [],
  });
});

test('sizeLabel and timeLabel: are readable', () => {
  expect([0, 999, 1234, 20_400, 3_000_000].map(sizeLabel)).toEqual([
    '0 B',
    '999 B',
    '1.2 kB',
    '20 kB',
    '3 MB',
  ]);
  expect([12.4, 999, 1234, 30_000].map(timeLabel)).toEqual(['12 ms', '999 ms', '1.2 s', '30 s']);
});

test('customerPage: puts the ID into an https address, and accepts nothing else', () => {
  const page = customerPage('https://acme.helpcrunch.com/contacts/{id}?tab=1', '7/8');
  expect(page).toBe('https://acme.helpcrunch.com/contacts/7%2F8?tab=1');
  for (const pattern of ['', 'https://acme.helpcrunch.com', 'http://a.b/{id}', 'javascript:{id}', '{id}'])
    expect(customerPage(pattern, '7')).toBeUndefined();
});
