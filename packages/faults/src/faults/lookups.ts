import type { Exchange } from '../backend/exchange.ts';
import { rawAnswer } from '../proxy/raw-answer.ts';
import { type Fault, mostlyCore, patient } from './fault.ts';

type Look = (exchange: Exchange) => Promise<void>;

const stranger = { id: 4711, name: 'Stranger', email: 'stranger@example.org', userId: 'stranger' };

/** How a lookup may be answered; none of it says anything about the create. */
const odd: readonly [readonly [string, Look], ...(readonly [string, Look])[]] = [
  ['null', (exchange) => exchange.answer(rawAnswer(200, 'null'))],
  ['a list', (exchange) => exchange.answer(rawAnswer(200, JSON.stringify([stranger])))],
  ['no data', (exchange) => exchange.answer(rawAnswer(200, '{"total": 1}'))],
  [
    'data that is an object',
    (exchange) => exchange.answer(rawAnswer(200, '{"data": {"id": 1}, "total": 1}')),
  ],
  [
    'strangers',
    (exchange) => exchange.answer(rawAnswer(200, JSON.stringify({ data: [stranger], total: 1 }))),
  ],
  ['nulls', (exchange) => exchange.answer(rawAnswer(200, '{"data": [null, 1, "x", []], "total": 4}'))],
  ['a stale index', (exchange) => exchange.answer(rawAnswer(200, '{"data": [], "total": 0}'))],
  ['an empty page of many', (exchange) => exchange.answer(rawAnswer(200, '{"data": [], "total": 500}'))],
  [
    'a page of many',
    (exchange) => exchange.answer(rawAnswer(200, JSON.stringify({ data: [stranger], total: 500 }))),
  ],
  [
    '404 with the known code',
    (exchange) => exchange.answer(rawAnswer(404, '{"errors": [{"code": "not_found"}]}')),
  ],
  ['404 as a page', (exchange) => exchange.answer(rawAnswer(404, '<h1>404</h1>'))],
  ['500', (exchange) => exchange.answer(rawAnswer(500, '{}'))],
  ['503 as a page', (exchange) => exchange.answer(rawAnswer(503, '<h1>503</h1>'))],
  [
    '403 about searching',
    (exchange) => exchange.answer(rawAnswer(403, '{"errors": [{"code": "forbidden"}]}')),
  ],
  [
    'a redirect',
    (exchange) => exchange.answer(rawAnswer(307, '', { location: `${exchange.otherHost}/customers` })),
  ],
  ['a broken connection', async (exchange) => exchange.connection.reset()],
];

/** Before the create, after it, or both: neither may make a claim wrong. */
export const oddLookup: Fault = {
  name: 'odd-lookup',
  summary:
    'Lookups are answered oddly, wrongly or not at all; the create is answered, or its answer is lost.',
  drivers: mostlyCore,
  share: 2,
  plan: ({ random }) => {
    const [detail, look] = random.pick(odd);
    const times = random.pick(['before', 'after', 'both']);
    const isLost = random.percent(60);
    const isStored = random.percent(70);
    return {
      detail: `${detail}, ${times}; the answer is ${isLost ? 'lost' : 'there'}${isStored ? '' : ', nothing stored'}`,
      ...(isLost ? {} : { expectedClaim: 'yes' }),
      answerTimeout: patient,
      async onCreate(exchange) {
        const answer = isStored || !isLost ? await exchange.store() : undefined;
        if (answer && !isLost) await exchange.answer(answer);
        else exchange.connection.reset();
      },
      async onSearch(exchange, when) {
        if (times === 'both' || times === when) await look(exchange);
        else await exchange.answer(await exchange.store());
      },
    };
  },
};
