import { readCustomerJson, readLooseText } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { createTestContext } from '../create/test/create-context.ts';
import { createVariables } from './variables.ts';

function variablesOf(stored = new Map<string, unknown>()) {
  return createVariables({
    keys: () => [...stored.keys()],
    get: <Value>(key: string, otherwise?: Value) =>
      (stored.has(key) ? (stored.get(key) as Value) : otherwise) as Value,
    async update(key: string, value: unknown) {
      stored.set(key, value);
    },
  });
}

test('createVariables: the counter goes on in another window, and reports what is next', () => {
  const stored = new Map<string, unknown>();
  const first = variablesOf(stored);
  const reported: number[] = [];
  const listener = first.onDidCount((next) => reported.push(next));
  expect([first.nextCount, first.next('counter'), first.next('counter')]).toEqual([1, '1', '2']);
  listener.dispose();
  expect(variablesOf(stored).next('counter')).toBe('3');
  expect([reported, first.nextCount]).toEqual([[2, 3], 4]);
});

test('createVariables: an attempt has its values again, and new ones for variables that it did not have', () => {
  const variables = variablesOf();
  const again = variables.again({ uuid: 'u-1' });
  expect([again('uuid'), again('counter')]).toEqual(['u-1', '1']);
  expect(variables.next('uuid')).toMatch(/^[0-9a-f-]{36}$/);
  expect(Number(variables.next('timestamp'))).toBeCloseTo(Date.now() / 1000, -2);
});

test('createOne: sends the values, and keeps them with the attempt', async () => {
  const { create, sandbox } = createTestContext('sandbox');
  const json = readLooseText('{ name: "Test {{counter}}", userId: "{{uuid}}" }');
  const result = await create(readCustomerJson(json, variablesOf().next));
  const [sent] = sandbox.customers;
  expect(sent?.name).toBe('Test 1');
  expect(result.kind === 'attempt' && result.attempt.customer.variables).toEqual({
    values: { counter: '1', uuid: sent?.userId },
    written: { name: 'Test {{counter}}', userId: '{{uuid}}' },
  });
});
