import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { scenarios } from '@helpcrunch-customer-kit/sandbox';
import { makeApiKey } from '@helpcrunch-customer-kit/testing/api-keys';
import { closedPort, serve, serveUntrusted } from '@helpcrunch-customer-kit/testing/servers';
import { expect, test } from 'vitest';
import type { Connection, Fetch } from '../src/api/connection.ts';
import { stopBeforeSending } from '../src/create/create-run.ts';
import { checkDuplicates, type DuplicateCheckResult } from '../src/create/duplicate-check.ts';
import { checkCustomer } from '../src/create/look-again.ts';
import type { Outcome } from '../src/create/outcome.ts';
import { planCustomer } from '../src/create/plan.ts';
import { buildPayload } from '../src/customer/draft-view.ts';
import { readCustomer } from '../src/reading/read-customer.ts';
import { createResult } from '../src/report/create-result.ts';
import { lookupFailureMessage } from '../src/report/failure-messages.ts';
import { outcomeMessage } from '../src/report/outcome-message.ts';
import { issueMessage } from '../src/rules/rules.ts';
import { connectionBy, connectionTo, keyOf, overHttp } from './connections.ts';
import { ada, answerTimeoutIn } from './scenario-outcomes.ts';
import { attemptAfter, send } from './send.ts';

const short = `CANARY-${randomUUID()}`;
const long = `CANARY-${makeApiKey(5)}`.slice(0, 316) + randomUUID().slice(-12);
const keys = [short, long];
const customer = readCustomer(ada);

/** Everything that the kit has to say of one attempt to create: data and words. */
async function everyMessage(connection: Connection): Promise<readonly unknown[]> {
  const lookUp = await checkDuplicates(connection, buildPayload(customer.draft));
  const outcome = await send(connection, customer);
  const stop = stopBeforeSending(planCustomer(customer, { now: 0 }), lookUp);
  const reported = [
    connection,
    lookUp,
    outcome,
    stop,
    lookupMessage(lookUp),
    wordsOf(outcome),
    stop && wordsOf(stop),
  ];
  if (outcome.outcome !== 'unknown') return reported;
  const before = lookUp.kind === 'checked' ? lookUp : undefined;
  const unknown = { ...outcome, attempt: attemptAfter(outcome, before) };
  const checked = await checkCustomer(unknown, { connection, draft: customer.draft });
  return [...reported, checked, ...wordsOf(checked)];
}

function wordsOf(outcome: Outcome): readonly unknown[] {
  const result = createResult(outcome, { account: 'live' });
  return [outcomeMessage(outcome, 'live'), outcome.issues.map(issueMessage), result];
}

function lookupMessage(lookUp: DuplicateCheckResult): string | undefined {
  return lookUp.kind === 'checked' ? undefined : lookupFailureMessage(lookUp);
}

/** All the ways in which a value may be printed, its hidden parts included. */
function printed(value: unknown): string {
  const whole = { depth: Number.POSITIVE_INFINITY, maxStringLength: null, maxArrayLength: null };
  return [inspect(value, { ...whole, showHidden: true }), inspect(value, whole), JSON.stringify(value)].join(
    '\n',
  );
}

/** Neither the beginning of a key nor its end may be seen: half a key, left by cutting, would be too much. */
async function expectSilence(
  connect: (apiKey: { readonly apiKey: Connection['apiKey'] }) => Connection,
): Promise<void> {
  for (const key of keys) {
    const text = printed(await everyMessage(connect({ apiKey: keyOf(key) })));
    expect([text.includes('CANARY'), text.includes(key.slice(-12))]).toEqual([false, false]);
  }
}

test.each(scenarios.map(({ name }) => name))('in the scenario %s the key is nowhere', async (scenario) => {
  const answerTimeout = answerTimeoutIn(scenario);
  await using connected = await overHttp({ scenario });
  await expectSilence((key) => connectionTo(connected.connection.baseUrl, { ...key, answerTimeout }));
});

test('a refused connection shows no key', async () => {
  const baseUrl = closedPort;
  await expectSilence((key) => connectionTo(baseUrl, key));
});

test('an untrusted certificate shows no key', async () => {
  await using served = await serveUntrusted(() => {});
  await expectSilence((key) => connectionTo(served.baseUrl, key));
});

test('a host that there is not shows no key', async () => {
  await expectSilence((key) => connectionTo('https://helpcrunch.invalid/v1', key));
});

test('an address that cannot be used shows no key', async () => {
  await expectSilence((key) => connectionTo('no url', key));
});

test.each([200, 201, 302, 400, 401, 404, 429, 500])(
  'a server that answers %i with the request itself shows no key',
  async (status) => {
    await using served = await serve((request, response) => {
      const key = request.headers.authorization ?? '';
      const echo = {
        name: key,
        [key]: key,
        tags: [{ name: key }],
        errors: [{ code: key, message: key }, { [key]: key }],
      };
      // As PHP writes a slash in JSON.
      const body = JSON.stringify({ ...echo, data: [{ ...ada, ...echo }], total: 1 }).replaceAll('/', '\\/');
      response.writeHead(status, { 'retry-after': key, 'x-echo': key }).end(body);
    });
    await expectSilence((key) => connectionTo(served.baseUrl, key));
  },
);

test.each<[string, Fetch]>([
  [
    'holds the request',
    (request) => Promise.reject(Object.assign(new Error('lost'), { request, headers: [...request.headers] })),
  ],
  [
    'says the key in its words, its code and its causes',
    (request) => {
      const key = request.headers.get('authorization') ?? '';
      const cause = Object.assign(new Error(key), { code: key.replace('Bearer ', '') });
      return Promise.reject(Object.assign(new TypeError(key, { cause }), { errors: [cause] }));
    },
  ],
  ['is the request', (request) => Promise.reject(request)],
])('an error that %s shows no key', async (_what, fetch) => {
  await expectSilence((key) => connectionBy(fetch, key));
});
