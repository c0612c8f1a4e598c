import { ApiKey, connect, createSendGuard, readCustomer } from '@helpcrunch-customer-kit/core';
import { createSandbox, type ScenarioName } from '@helpcrunch-customer-kit/sandbox';
import { expect, test } from 'vitest';
import type { Account } from '../accounts/account.ts';
import type { ConfirmText } from './confirm-text.ts';
import { type SendDesk, sendCustomer } from './send-customer.ts';

const ada = readCustomer({ name: 'Ada Lovelace', email: 'ada@example.com', userId: '1815' });

function world(kind: Account['kind'], scenario?: ScenarioName) {
  const sandbox = createSandbox(scenario ? { scenario } : {});
  const key = ApiKey.read('key');
  if (!key.ok) throw new Error('the key is readable');
  const connection = connect({ baseUrl: 'http://127.0.0.1/v1', apiKey: key.key, fetch: sandbox.fetch });
  const account: Account = { kind, label: 'Production', host: 'example.com', identity: kind, connection };
  const asked: string[] = [];
  const controller = new AbortController();
  const answers = { confirm: true, ask: true };
  const desk: SendDesk = {
    guard: createSendGuard(),
    async confirm(text: ConfirmText) {
      asked.push(text.detail);
      return answers.confirm;
    },
    async ask(words) {
      asked.push(words);
      return answers.ask;
    },
    withProgress: (_title, task) => task(controller.signal),
  };
  const creates = () => sandbox.requests.filter(({ path }) => path === '/v1/customers').length;
  return { sandbox, account, desk, asked, answers, controller, creates };
}

test('the sandbox is sent to without a question', async () => {
  const { account, desk, asked } = world('sandbox');
  const result = await sendCustomer(ada, account, desk);
  expect(result).toMatchObject({ kind: 'attempt', attempt: { outcome: { outcome: 'created' } } });
  expect(asked).toEqual([]);
});

test('nothing reaches a live account before consent, look-ups included', async () => {
  const { account, desk, answers, sandbox, asked } = world('live');
  answers.confirm = false;
  expect(await sendCustomer(ada, account, desk)).toEqual({ kind: 'declined' });
  expect(sandbox.requests).toHaveLength(0);
  expect(asked[0]).toContain('"userId": "1815"');
  expect(asked[0]).toContain('example.com');
});

test('twenty sends at once make one customer', async () => {
  const { account, desk, creates } = world('live');
  const results = await Promise.all(Array.from({ length: 20 }, () => sendCustomer(ada, account, desk)));
  expect(results.filter(({ kind }) => kind === 'in-flight')).toHaveLength(19);
  expect(creates()).toBe(1);
});

test('the same customer again within the window is asked about, and a no sends nothing', async () => {
  const { account, desk, asked, answers, creates } = world('sandbox');
  await sendCustomer(ada, account, desk);
  answers.ask = false;
  expect(await sendCustomer(ada, account, desk)).toEqual({ kind: 'declined' });
  expect(asked[0]).toContain('twice');
  expect(creates()).toBe(1);
});

test('an email that somebody has is asked about before a live create', async () => {
  const { account, desk, asked, answers, creates, sandbox } = world('live');
  await sendCustomer(ada, account, desk);
  answers.ask = false;
  const other = readCustomer({ name: 'Ada', email: 'ada@example.com' });
  expect(await sendCustomer(other, account, desk)).toEqual({ kind: 'declined' });
  expect(asked.at(-1)).toContain('second customer');
  expect(creates()).toBe(1);
  expect(sandbox.customers).toHaveLength(1);
});

test('a customer with errors is judged without a question or a request', async () => {
  const { account, desk, asked, sandbox } = world('live');
  const result = await sendCustomer(readCustomer({ locale: 'pt-br' }), account, desk);
  expect(result).toMatchObject({ attempt: { outcome: { outcome: 'invalid' } } });
  expect([...asked, ...sandbox.requests]).toEqual([]);
});

test('a taken userId is seen before sending', async () => {
  const { account, desk, creates } = world('sandbox');
  await sendCustomer(ada, account, desk);
  const other = readCustomer({ name: 'Bob', userId: '1815' });
  const result = await sendCustomer(other, account, desk);
  expect(result).toMatchObject({ attempt: { outcome: { outcome: 'user-id-taken' } } });
  expect(creates()).toBe(1);
});

test('a cancel after the request began is unknown, before it nothing was sent', async () => {
  const late = world('sandbox', 'slow');
  const sending = sendCustomer(ada, late.account, late.desk);
  await expect.poll(late.creates).toBe(1);
  late.controller.abort();
  expect(await sending).toMatchObject({ attempt: { outcome: { outcome: 'unknown', reason: 'cancelled' } } });

  const early = world('sandbox');
  early.controller.abort();
  expect(await sendCustomer(ada, early.account, early.desk)).toMatchObject({
    attempt: { outcome: { outcome: 'cancelled', customerExists: 'no' } },
  });
  expect(early.creates()).toBe(0);
});

test.each([0, 1, 2, 3, 5, 8, 13, 21])('a cancel %i ms after the start is told as it was', async (delay) => {
  const { account, desk, controller, sandbox } = world('sandbox', 'slow');
  const sending = sendCustomer(ada, account, desk);
  setTimeout(() => controller.abort(), delay);
  const result = await sending;
  if (result.kind !== 'attempt') throw new Error('there is an attempt');
  const { customerExists } = result.attempt.outcome;
  if (customerExists === 'no') expect(sandbox.customers).toHaveLength(0);
  else expect(customerExists).toBe('unknown');
});

test('the answer is kept as it came, with its status', async () => {
  const { account, desk } = world('sandbox', 'field-rejected');
  const result = await sendCustomer(ada, account, desk);
  expect(result).toMatchObject({ attempt: { exchange: { status: 400, isCut: false } } });
});

test('an answer too large to keep is cut', async () => {
  const { account, desk } = world('sandbox', 'oversized-body');
  const result = await sendCustomer(ada, account, desk);
  expect(result).toMatchObject({
    attempt: { outcome: { outcome: 'created', unreadable: 'too-large' }, exchange: { isCut: true } },
  });
});

test('an answer that breaks off is kept as far as it came', async () => {
  const { account, desk } = world('sandbox', 'closed-mid-body');
  const result = await sendCustomer(ada, account, desk);
  expect(result).toMatchObject({ attempt: { exchange: { status: 201, isCut: true } } });
});
