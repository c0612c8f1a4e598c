// What a create costs over a real socket, in milliseconds, as JSON on standard output; the base URL is the argument.
import { performance } from 'node:perf_hooks';
import {
  ApiKey,
  buildPayload,
  connect,
  createCustomer,
  findDuplicates,
  readCustomer,
} from '@helpcrunch-customer-kit/core';
import { takeRounds } from '../../../src/statistics/rounds.ts';

const [baseUrl = ''] = process.argv.slice(2);
const reading = ApiKey.read('any-key');
if (!reading.ok) throw new Error(reading.problem);
const connection = connect({ baseUrl, apiKey: reading.key });

let made = 0;
function nextCustomer() {
  made += 1;
  return { name: 'Ada Lovelace', email: `ada-${made}@example.com`, userId: `user-${made}` };
}

async function timed(work: () => Promise<boolean>): Promise<number> {
  const start = performance.now();
  if (!(await work())) throw new Error('It was not created.');
  return performance.now() - start;
}

/** As short as it can be written: no deadline, nothing read but the answer. */
async function rawFetch(): Promise<boolean> {
  const response = await fetch(`${baseUrl}/customers`, {
    method: 'POST',
    headers: { authorization: 'Bearer any-key', 'content-type': 'application/json' },
    body: JSON.stringify(nextCustomer()),
  });
  await response.json();
  return response.status === 201;
}

async function create(): Promise<boolean> {
  return (await createCustomer(connection, readCustomer(nextCustomer()))).outcome === 'created';
}

/** As the apps do it: a look whether the customer exists comes first. */
async function lookAndCreate(): Promise<boolean> {
  const customer = readCustomer(nextCustomer());
  const before = await findDuplicates(connection, buildPayload(customer.draft));
  return before.kind === 'duplicates' && (await createCustomer(connection, customer)).outcome === 'created';
}

const samples = await takeRounds(
  {
    ours: () => timed(create),
    'raw fetch': () => timed(rawFetch),
    'look and create': () => timed(lookAndCreate),
  },
  { rounds: 300, warmUps: 60 },
);
const { 'look and create': looked, ...alone } = samples;
process.stdout.write(
  JSON.stringify({ create: alone, 'look-and-create': { ours: looked, 'raw fetch': samples['raw fetch'] } }),
);
