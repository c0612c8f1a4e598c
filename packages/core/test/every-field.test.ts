import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { expect, test } from 'vitest';
import { compareAnswer } from '../src/create/compare.ts';
import { buildPayload } from '../src/customer/draft-view.ts';
import { type CustomerFieldRow, customerFields } from '../src/customer/fields.ts';
import { isJsonObject } from '../src/customer/json.ts';
import { readCustomer } from '../src/reading/read-customer.ts';
import { validate } from './validate.ts';

function exampleOf({ key, example }: CustomerFieldRow) {
  return { name: 'Ada', [key]: example };
}

test.each(customerFields)('the example of $key is valid', (field) => {
  expect(validate(exampleOf(field))).toEqual([]);
});

test.each(customerFields)('the sandbox stores $key and returns it as sent', async (field) => {
  const payload = buildPayload(readCustomer(exampleOf(field)).draft);
  expect(payload[field.key]).toBeDefined();
  const response = await createSandbox().fetch(
    new Request('https://api.helpcrunch.com/v1/customers', {
      method: 'POST',
      headers: { authorization: 'Bearer any-key', 'content-type': 'application/json' },
      body: JSON.stringify(payload),
    }),
  );
  const answer: unknown = await response.json();
  expect(isJsonObject(answer) && compareAnswer(payload, answer)).toEqual({ dropped: [], changed: [] });
});

test.each(customerFields.filter(({ kind }) => kind === 'date'))(
  '$key counts as unchanged when it comes back as a date with time',
  ({ key }) => {
    expect(compareAnswer({ [key]: '1603885746' }, { [key]: '2020-10-28 11:49:06' })).toEqual({
      dropped: [],
      changed: [],
    });
  },
);
