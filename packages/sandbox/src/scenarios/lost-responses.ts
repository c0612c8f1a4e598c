import { ConnectionLost, cutBody, waitForever } from '../network-faults.ts';
import { htmlPage } from '../responses.ts';
import { defineScenarios, replaceCreated } from './scenario.ts';

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
