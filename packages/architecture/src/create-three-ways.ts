import {
  ApiKey,
  buildPayload,
  checkMessage,
  checkOutcome,
  connect,
  createCustomer,
  createSendGuard,
  type Duplicates,
  defaultBaseUrl,
  findDuplicates,
  issueSentence,
  outcomeMessage,
  readCustomerText,
  stopBeforeSending,
  validateCustomer,
} from '@helpcrunch-customer-kit/core';
import { createSandbox, type ScenarioName } from '@helpcrunch-customer-kit/sandbox';

const text =
  '{"name": "Ada Lovelace", "userId": 1843, "email": "ada@example.com", "customData": {"plan": "pro"}}';

/** Creates a customer as the apps do: once made, once refused, once with its answer lost. Returns the outcomes. */
export async function createThreeWays(): Promise<readonly string[]> {
  const outcomes: string[] = [];
  for (const scenario of [undefined, 'field-rejected', 'created-then-lost'] as const) {
    outcomes.push(await createOnce(scenario));
  }
  return outcomes;
}

async function createOnce(scenario: ScenarioName | undefined): Promise<string> {
  const key = ApiKey.read('any-key');
  if (!key.ok) throw new Error('The sandbox takes any key.');
  const sandbox = createSandbox(scenario === undefined ? {} : { scenario });
  const connection = connect({
    baseUrl: defaultBaseUrl,
    apiKey: key.key,
    fetch: (request) => sandbox.fetch(request),
  });

  const customer = readCustomerText(text);
  const request = buildPayload(customer.draft);
  for (const issue of validateCustomer(customer, { now: Date.now() })) issueSentence(issue);
  const before = await findDuplicates(connection, request);
  const stopped = stopBeforeSending(customer, before, { now: Date.now() });
  if (stopped !== undefined) return stopped.outcome;

  const permit = createSendGuard().request('sandbox', request);
  if (permit.kind !== 'go') return permit.kind;
  const outcome = await createCustomer(connection, customer);
  permit.done(outcome.customerExists);
  outcomeMessage(outcome, 'sandbox');
  if (outcome.outcome !== 'unknown') return outcome.outcome;

  const known: Duplicates | undefined = before.kind === 'duplicates' ? before : undefined;
  const check = await checkOutcome(connection, outcome, customer.draft, { before: known });
  checkMessage(check, 'sandbox');
  return `${outcome.outcome}, then ${check.kind}`;
}
