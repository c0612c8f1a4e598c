import { isScenarioName } from '@helpcrunch-customer-kit/sandbox';
import { expect, test } from 'vitest';
import { inProcess, overHttp } from '../../test/connections.ts';
import { ada, answerTimeoutIn, scenarioOutcomes } from '../../test/scenario-outcomes.ts';
import { send } from '../../test/send.ts';
import { readCustomer } from '../reading/read-customer.ts';

const customer = readCustomer(ada);
const cases = Object.entries(scenarioOutcomes).flatMap(([scenario, expected]) =>
  isScenarioName(scenario) ? [{ scenario, expected }] : [],
);

test.each(cases)('over HTTP, $scenario has the outcome of the table', async ({ scenario, expected }) => {
  await using connected = await overHttp({ scenario }, { answerTimeout: answerTimeoutIn(scenario) });
  expect(await send(connected.connection, customer)).toMatchObject(expected);
});

test.each(cases)('in-process, $scenario has the same outcome', async ({ scenario, expected }) => {
  const { connection } = inProcess({ scenario }, { answerTimeout: answerTimeoutIn(scenario) });
  expect(await send(connection, customer)).toMatchObject(expected);
});

test.each(cases)('$scenario is sent once, whatever becomes of it', async ({ scenario }) => {
  const { connection, sandbox } = inProcess({ scenario }, { answerTimeout: answerTimeoutIn(scenario) });
  await send(connection, customer);
  expect(sandbox.requests.filter(({ path }) => path === '/v1/customers').length).toBe(1);
});

test.each(cases)('what is claimed about $scenario is true', async ({ scenario }) => {
  const { connection, sandbox } = inProcess({ scenario }, { answerTimeout: answerTimeoutIn(scenario) });
  const { customerExists } = await send(connection, customer);
  const isThere = sandbox.customers.some(({ email }) => email === ada.email);
  expect([isThere ? 'yes' : 'no', 'unknown']).toContain(customerExists);
});
