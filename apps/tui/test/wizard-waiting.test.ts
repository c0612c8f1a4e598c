import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { type Listener, listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { keys } from '@helpcrunch-customer-kit/testing/keys';
import { expect, test } from 'vitest';
import { startWizard, type Wizard } from './start-wizard.ts';

async function overTheLimit(): Promise<{ listener: Listener; wizard: Wizard }> {
  const listener = await listen(createSandbox({ scenario: 'rate-limited-retry-after' }));
  const environment = { HELPCRUNCH_BASE_URL: listener.baseUrl, HELPCRUNCH_API_KEY: 'sandbox' };
  const wizard = await startWizard({ argv: ['--name', 'Ada'], environment });
  await wizard.shows('❯ HelpCrunch at 127.0.0.1');
  await wizard.answer('', '❯ Create the customer');
  await wizard.answer('', 'Create this customer in HelpCrunch', 'Y create');
  wizard.press('y');
  await wizard.shows('Retrying in');
  return { listener, wizard };
}

function creates({ sandbox }: Listener): number {
  return sandbox.requests.filter(({ method, path }) => method === 'POST' && path === '/v1/customers').length;
}

test('over the limit it counts down, sends once more by itself, and creates one customer', async () => {
  const { listener, wizard } = await overTheLimit();
  await using _listener = listener;
  await using _wizard = wizard;
  listener.sandbox.useScenario(undefined);
  await wizard.shows('Its ID is 1.');
  expect(creates(listener)).toBe(2);
  expect(listener.sandbox.customers).toHaveLength(1);
});

test('the countdown can be stopped, and then nothing is sent', async () => {
  const { listener, wizard } = await overTheLimit();
  await using _listener = listener;
  await using _wizard = wizard;
  wizard.press(keys.escape);
  await wizard.shows('❯ Create the customer');
  expect(creates(listener)).toBe(1);
  expect(listener.sandbox.customers).toEqual([]);
});
