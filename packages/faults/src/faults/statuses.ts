import { rawAnswer } from '../proxy/http.ts';
import { type Fault, type FaultContext, mostlyCore, patient } from './fault.ts';

const refusalBody = JSON.stringify({
  errors: [
    { code: 'invalid_request', message: 'Invalid request' },
    { code: 'customer', message: 'No.' },
  ],
});

/** A status that a server may send whether it created the customer or not. */
function undecided(name: string, summary: string, statuses: readonly [number, ...number[]]): Fault {
  return {
    name,
    summary,
    drivers: mostlyCore,
    plan: ({ random }: FaultContext) => {
      const status = random.pick(statuses);
      const isStored = random.percent(50);
      return {
        detail: `${status}, ${isStored ? 'stored' : 'nothing stored'}`,
        answerTimeout: patient,
        isAnswerAltered: true,
        async onCreate(exchange) {
          const answer = isStored ? await exchange.store() : undefined;
          const hasBody = status !== 204 && status !== 205 && status !== 304;
          const body = hasBody ? (answer?.body ?? refusalBody) : '';
          await exchange.answer(rawAnswer(status, body));
        },
      };
    },
  };
}

export const otherSuccess = undecided(
  'other-2xx',
  'A success that is no 201, with or without a customer: 204 and its like.',
  [200, 202, 203, 204, 205, 206, 207, 226, 299],
);

export const gaveUp = undecided(
  'gave-up',
  'Something in between gives up, before or after the create was stored: 408, 421, 425, 499.',
  [408, 421, 425, 499],
);

export const serverError = undecided(
  'server-error',
  'A 5xx, before or after the create was stored.',
  [500, 501, 502, 503, 504, 507, 511, 520, 524, 599],
);

export const refusal: Fault = {
  name: 'refusal',
  summary: 'A definite no, with the body of either generation or with none; nothing is stored.',
  drivers: mostlyCore,
  plan: ({ random }) => {
    const status = random.pick([400, 400, 401, 402, 403, 404, 405, 409, 410, 413, 415, 422, 429, 431, 451]);
    const body = random.pick([
      refusalBody,
      '{"errors": null}',
      '',
      'No.',
      '[]',
      '{"errors": {"email": ["Wrong."]}}',
    ]);
    return {
      detail: `${status} with ${JSON.stringify(body.slice(0, 20))}`,
      expectedClaim: 'no',
      answerTimeout: patient,
      onCreate: (exchange) => exchange.answer(rawAnswer(status, body)),
    };
  },
};

/** The create is answered as always afterwards. */
export const informational: Fault = {
  name: '1xx',
  summary: 'One or several informational answers (100, 102, 103) come before the real one.',
  drivers: ['core', 'core', 'extension', 'cli'],
  plan: ({ random }) => {
    const statuses = Array.from({ length: random.int(1, 4) }, () => random.pick([100, 102, 103]));
    const isForAll = random.percent(50);
    const before = statuses
      .map(
        (status) =>
          `HTTP/1.1 ${status} Wait\r\n${status === 103 ? 'link: </a.css>; rel=preload\r\n' : ''}\r\n`,
      )
      .join('');
    return {
      detail: statuses.join(', '),
      // The platform's fetch treats a 100 that it did not ask for as the end of the connection.
      ...(statuses.includes(100) ? {} : { expectedClaim: 'yes' }),
      answerTimeout: patient,
      async onCreate(exchange) {
        await exchange.connection.write(before);
        await exchange.answer(await exchange.store());
      },
      ...(isForAll
        ? {
            onSearch: async (exchange) => {
              await exchange.connection.write(before);
              await exchange.answer(await exchange.store());
            },
          }
        : {}),
    };
  },
};

const bodies: readonly [readonly [string, string, string], ...(readonly [string, string, string])[]] = [
  ['a page', '<!DOCTYPE html><html><body><h1>Access denied</h1></body></html>', 'text/html'],
  ['a text', 'Access denied', 'text/plain'],
  ['nothing', '', 'text/html'],
  ['JSON of its own', '{"message": "Access denied"}', 'application/json'],
  ['an empty object', '{}', 'application/json'],
];

/** A firewall or a proxy refuses, not HelpCrunch: the key is not to blame. */
export const blocked: Fault = {
  name: 'blocked',
  summary:
    '401 or 403 without HelpCrunch’s own error, on the duplicate check or on the create, which may be stored behind it.',
  drivers: mostlyCore,
  share: 2,
  plan: ({ random, customer }) => {
    const status = random.pick([401, 403]);
    const [form, body, type] = random.pick(bodies);
    const canSearch = customer['userId'] !== undefined || customer['email'] !== undefined;
    const isCheck = canSearch && random.percent(40);
    const isStored = !isCheck && random.percent(50);
    const isRepeated = !isCheck && random.percent(50);
    const refusal = () => rawAnswer(status, body, { 'content-type': type });
    return {
      detail: `${status} with ${form}, on the ${isCheck ? 'duplicate check' : 'create'}${isStored ? ', stored' : ''}`,
      expectedClaim: 'no',
      expectedOutcome: 'blocked',
      answerTimeout: patient,
      isAnswerAltered: true,
      ...(isCheck
        ? { maxCreates: 0, onSearch: (exchange) => exchange.answer(refusal()) }
        : {
            async onCreate(exchange) {
              const stored = isStored || exchange.number > 1 ? await exchange.store() : undefined;
              await exchange.answer(stored && exchange.number > 1 ? stored : refusal());
            },
          }),
      // By then a search shows the customer, or nothing is in the way any more.
      ...(isRepeated ? { repeat: { content: 'same', answer: 'send' } } : {}),
      ...(isRepeated && (canSearch || !isStored) ? { expectedEnd: 'yes' } : {}),
      ...(isRepeated && isStored && canSearch ? { maxCreates: 1 } : {}),
    };
  },
};

/** Only core can wait a minute: it brings its own clock. */
const waits: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Retry-After: 1': { 'retry-after': '1' },
  'Retry-After: 0': { 'retry-after': '0' },
  'Retry-After: -5': { 'retry-after': '-5' },
  'no Retry-After': {},
};

export const rateLimited: Fault = {
  name: 'rate-limited',
  summary:
    'The create is answered with 429, with Retry-After 1, 0 or none, once or every time; it may still be stored.',
  drivers: mostlyCore,
  share: 3,
  plan: ({ random, driver, customer }) => {
    const hasOwnClock = driver === 'core';
    const isResending = hasOwnClock || driver === 'extension';
    const header = random.pick(
      hasOwnClock
        ? ['Retry-After: 1', 'Retry-After: 0', 'Retry-After: -5', 'no Retry-After']
        : ['Retry-After: 1', 'Retry-After: 0'],
    );
    const isStored = random.percent(60);
    const isAlways = hasOwnClock && random.percent(30);
    const isHidden = isStored && random.percent(20);
    const canSearch = customer['userId'] !== undefined || customer['email'] !== undefined;
    const isVisible = isStored && !isHidden && canSearch;
    return {
      detail: [
        header,
        isStored ? 'stored' : 'not stored',
        isAlways ? 'every time' : 'once',
        ...(isHidden ? ['the search does not show it'] : []),
      ].join('; '),
      answerTimeout: patient,
      isAnswerAltered: true,
      acceptsResend: true,
      ...(isHidden ? { lag: { ours: Number.POSITIVE_INFINITY, strangers: 0 } } : {}),
      ...(isVisible ? { maxCreates: 1 } : {}),
      // Others leave the resend to the person: their first claim is the last one.
      ...(isResending && (isVisible || (!isStored && !isAlways)) ? { expectedEnd: 'yes' } : {}),
      ...(!isStored && isAlways ? { expectedEnd: 'no' } : {}),
      async onCreate(exchange) {
        const isFirst = exchange.number === 1;
        const answer = (isFirst && isStored) || (!isFirst && !isAlways) ? await exchange.store() : undefined;
        await exchange.answer(
          !isFirst && !isAlways && answer ? answer : rawAnswer(429, '{"errors": []}', waits[header]),
        );
      },
    };
  },
};
