import { rawAnswer } from '../proxy/raw-answer.ts';
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
