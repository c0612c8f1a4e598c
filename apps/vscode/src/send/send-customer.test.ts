import { readCustomer } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { sendCustomer } from './send-customer.ts';
import { sendWorld } from './test/send-world.ts';

const ada = readCustomer({ name: 'Ada Lovelace', email: 'ada@example.com', userId: '1815' });

test('the sandbox is sent to without a question', async () => {
  const { account, desk, asked } = sendWorld('sandbox');
  const result = await sendCustomer(ada, account, desk);
  expect(result).toMatchObject({ kind: 'attempt', attempt: { outcome: { outcome: 'created' } } });
  expect(asked).toEqual([]);
});

test('nothing reaches a live account before consent, look-ups included', async () => {
  const { account, desk, answers, sandbox, asked } = sendWorld('live');
  answers.confirm = false;
  expect(await sendCustomer(ada, account, desk)).toEqual({ kind: 'declined' });
  expect(sandbox.requests).toHaveLength(0);
  expect(asked[0]).toContain('"userId": "1815"');
  expect(asked[0]).toContain('example.com');
});

test('twenty sends at once make one customer', async () => {
  const { account, desk, creates } = sendWorld('live');
  const results = await Promise.all(Array.from({ length: 20 }, () => sendCustomer(ada, account, desk)));
  expect(results.filter(({ kind }) => kind === 'in-flight')).toHaveLength(19);
  expect(creates()).toBe(1);
});

test('the same customer again within the window is asked about, and a no sends nothing', async () => {
  const { account, desk, asked, answers, creates } = sendWorld('sandbox');
  await sendCustomer(ada, account, desk);
  answers.ask = false;
  expect(await sendCustomer(ada, account, desk)).toEqual({ kind: 'declined' });
  expect(asked[0]).toContain('twice');
  expect(creates()).toBe(1);
});

test('an email that somebody has is asked about before a live create', async () => {
  const { account, desk, asked, answers, creates, sandbox } = sendWorld('live');
  await sendCustomer(ada, account, desk);
  answers.ask = false;
  const other = readCustomer({ name: 'Ada', email: 'ada@example.com' });
  expect(await sendCustomer(other, account, desk)).toEqual({ kind: 'declined' });
  expect(asked.at(-1)).toContain('second customer');
  expect(creates()).toBe(1);
  expect(sandbox.customers).toHaveLength(1);
});

test('a customer with errors is judged without a question or a request', async () => {
  const { account, desk, asked, sandbox } = sendWorld('live');
  const result = await sendCustomer(readCustomer({ locale: 'pt-br' }), account, desk);
  expect(result).toMatchObject({ attempt: { outcome: { outcome: 'invalid' } } });
  expect([...asked, ...sandbox.requests]).toEqual([]);
});

test('a taken userId is seen before sending', async () => {
  const { account, desk, creates } = sendWorld('sandbox');
  await sendCustomer(ada, account, desk);
  const other = readCustomer({ name: 'Bob', userId: '1815' });
  const result = await sendCustomer(other, account, desk);
  expect(result).toMatchObject({ attempt: { outcome: { outcome: 'user-id-taken' } } });
  expect(creates()).toBe(1);
});

test('a cancel after the request began is unknown, before it nothing was sent', async () => {
  const late = sendWorld('sandbox', 'slow');
  const sending = sendCustomer(ada, late.account, late.desk);
  await expect.poll(late.creates).toBe(1);
  late.controller.abort();
  expect(await sending).toMatchObject({ attempt: { outcome: { outcome: 'unknown', reason: 'cancelled' } } });

  const early = sendWorld('sandbox');
  early.controller.abort();
  expect(await sendCustomer(ada, early.account, early.desk)).toMatchObject({
    attempt: { outcome: { outcome: 'cancelled', customerExists: 'no' } },
  });
  expect(early.creates()).toBe(0);
});

test.each([0, 1, 2, 3, 5, 8, 13, 21])('a cancel %i ms after the start is told as it was', async (delay) => {
  const { account, desk, controller, sandbox } = sendWorld('sandbox', 'slow');
  const sending = sendCustomer(ada, account, desk);
  setTimeout(() => controller.abort(), delay);
  const result = await sending;
  if (result.kind !== 'attempt') throw new Error('there is an attempt');
  const { customerExists } = result.attempt.outcome;
  if (customerExists === 'no') expect(sandbox.customers).toHaveLength(0);
  else expect(customerExists).toBe('unknown');
});

test('the answer is kept as it came, with its status', async () => {
  const { account, desk } = sendWorld('sandbox', 'field-rejected');
  const result = await sendCustomer(ada, account, desk);
  expect(result).toMatchObject({ attempt: { exchange: { status: 400, isCut: false } } });
});

test('an answer too large to keep is cut', async () => {
  const { account, desk } = sendWorld('sandbox', 'oversized-body');
  const result = await sendCustomer(ada, account, desk);
  expect(result).toMatchObject({
    attempt: { outcome: { outcome: 'created', unreadable: 'too-large' }, exchange: { isCut: true } },
  });
});

test('an answer that breaks off is kept as far as it came', async () => {
  const { account, desk } = sendWorld('sandbox', 'closed-mid-body');
  const result = await sendCustomer(ada, account, desk);
  expect(result).toMatchObject({ attempt: { exchange: { status: 201, isCut: true } } });
});

test('a note is asked about in the sandbox where it matters, and shown in the question of a live account', async () => {
  const { account, desk, asked, answers, creates } = sendWorld('sandbox');
  await sendCustomer(ada, account, desk, [{ words: 'It was changed.', mustAsk: false }]);
  expect(asked).toEqual([]);
  answers.ask = false;
  const other = readCustomer({ name: 'Bob' });
  const note = { words: 'It is gone.', mustAsk: true };
  expect(await sendCustomer(other, account, desk, [note])).toEqual({ kind: 'declined' });
  expect([asked, creates()]).toEqual([['It is gone.'], 1]);

  const live = sendWorld('live');
  await sendCustomer(ada, live.account, live.desk, [note]);
  expect(live.asked[0]).toContain('It is gone.');
});
