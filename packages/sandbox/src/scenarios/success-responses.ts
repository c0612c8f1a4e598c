import { ConnectionLost, cutBody, waitForever } from '../network-faults.ts';
import { htmlPage } from '../responses.ts';
import { changeCustomers, defineScenarios, replaceCreated } from './scenario.ts';

/** The client cannot tell whether the customer was created. */
export const lostResponses = defineScenarios('Lost or late responses', [
  {
    name: 'slow',
    title: 'Created, slow response',
    summary: 'Creates at once, but answers only after 40 seconds (option slowMilliseconds).',
    basis: 'choice',
    appliesTo: 'create',
    respond: (exchange) =>
      replaceCreated(exchange, async (created) => {
        await exchange.clock.wait(exchange.slowMilliseconds, exchange.signal);
        return created;
      }),
  },
  {
    name: 'closed-before-answer',
    title: 'Not created, connection closed',
    summary: 'The connection is closed without an answer; nothing is created.',
    basis: 'choice',
    appliesTo: 'create',
    respond() {
      throw new ConnectionLost('before-response');
    },
  },
  {
    name: 'closed-mid-body',
    title: 'Created, response cut off',
    summary: 'Creates, and the connection breaks within the body of the 201.',
    basis: 'choice',
    appliesTo: 'create',
    respond: (exchange) => replaceCreated(exchange, cutBody),
  },
  {
    name: 'created-then-lost',
    title: 'Created, connection closed',
    summary: 'Creates, then the connection is closed without an answer.',
    basis: 'choice',
    appliesTo: 'create',
    respond: (exchange) =>
      replaceCreated(exchange, () => {
        throw new ConnectionLost('before-response');
      }),
  },
  {
    name: 'created-then-html-502',
    title: 'Created, then a bad gateway page (502)',
    summary: 'Creates, then a proxy answers with an HTML 502.',
    basis: 'choice',
    appliesTo: 'create',
    respond: (exchange) => replaceCreated(exchange, () => htmlPage(502, '502 Bad Gateway')),
  },
  {
    name: 'created-then-timeout',
    title: 'Created, no response',
    summary: 'Creates, and never answers.',
    basis: 'choice',
    appliesTo: 'create',
    respond: (exchange) => replaceCreated(exchange, () => waitForever(exchange.signal)),
  },
]);

/** The customer is created, and the success response has another status or body than documented. */
export const oddResponses = defineScenarios('Unusual success responses', [
  {
    name: 'empty-created',
    title: 'Created, empty body',
    summary: 'Creates, and answers 201 without a body.',
    basis: 'choice',
    appliesTo: 'create',
    respond: (exchange) => replaceCreated(exchange, () => new Response(null, { status: 201 })),
  },
  {
    name: 'html-created',
    title: 'Created, HTML body',
    summary: 'Creates, and answers 201 with an HTML page.',
    basis: 'choice',
    appliesTo: 'create',
    respond: (exchange) => replaceCreated(exchange, () => htmlPage(201, 'Created')),
  },
  {
    name: 'oversized-body',
    title: 'Created, huge body',
    summary: 'Creates, and answers 201 with a customer of over 5 MB.',
    basis: 'choice',
    appliesTo: 'create',
    respond: (exchange) =>
      replaceCreated(exchange, (created) =>
        changeCustomers(created, (customer) => ({ ...customer, padding: 'x'.repeat(6 * 1024 * 1024) })),
      ),
  },
  {
    name: 'truncated-json',
    title: 'Created, incomplete JSON',
    summary: 'Creates, and answers 201 with half of the JSON, complete as HTTP.',
    basis: 'choice',
    appliesTo: 'create',
    respond: (exchange) =>
      replaceCreated(exchange, async (created) => {
        const text = await created.text();
        return new Response(text.slice(0, text.length / 2), created);
      }),
  },
  {
    name: 'ok-instead-of-created',
    title: 'Created, status 200',
    summary: 'Creates, and answers 200 with the customer.',
    basis: 'choice',
    appliesTo: 'create',
    respond: (exchange) =>
      replaceCreated(exchange, ({ body, headers }) => new Response(body, { status: 200, headers })),
  },
  {
    name: 'no-content',
    title: 'Created, status 204',
    summary: 'Creates, and answers 204.',
    basis: 'choice',
    appliesTo: 'create',
    respond: (exchange) => replaceCreated(exchange, () => new Response(null, { status: 204 })),
  },
]);
