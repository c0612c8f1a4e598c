import type { Exchange } from '../backend/exchange.ts';
import { rawAnswer } from '../proxy/http.ts';
import type { Draft } from './fault.ts';
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

const never = Number.POSITIVE_INFINITY;

/** An hour ago, as HelpCrunch writes it. */
function anHourAgo(): string {
  return String(Math.floor(Date.now() / 1000) - 3600);
}

/**
 * Another program's customer with the same values. HelpCrunch fills in when it first saw a customer unless that was
 * sent: only then it can differ.
 */
function twinOf(customer: Draft, isOld: boolean): Draft {
  return isOld && customer['firstSeen'] === undefined ? { ...customer, firstSeen: anHourAgo() } : customer;
}

/** The customer in doubt appears late or never, and someone equal is there before, between or after. */
export const laggingIndex: Fault = {
  name: 'lagging-index',
  summary:
    'The answer is lost or a refusal, new customers are found only after some searches or never, and another program creates an equal one before, between or after.',
  drivers: mostlyCore,
  share: 4,
  plan: ({ random, customer }) => {
    const ours = random.pick([0, 1, 2, 3, 5, never]);
    const strangers = random.pick([0, 1, 1, 2, 4]);
    const when = random.pick(['before the check', 'before the create', 'after the create', 'at no time']);
    const isOld = random.percent(50);
    const isStored = random.percent(60);
    const answer = random.pick(['lost', 'lost', 'lost', 'its own']);
    const answered = answer === 'lost' ? 'lost' : 'answered';
    const twin = twinOf(customer, isOld);
    const kind = twin === customer ? 'twin' : 'other';
    let hasStarted = false;
    return {
      detail: [
        `${isStored ? 'stored' : 'not stored'} and ${answered}`,
        `ours is found after ${ours} searches`,
        `theirs after ${strangers}`,
        `created ${when}, first seen ${isOld ? 'an hour ago' : 'now'}`,
      ].join('; '),
      answerTimeout: patient,
      lag: { ours, strangers },
      async onSearch(exchange) {
        if (when === 'before the check' && !hasStarted) {
          hasStarted = true;
          await exchange.stranger(twin, kind);
        }
        await exchange.answer(await exchange.store());
      },
      async onCreate(exchange) {
        const isFirst = exchange.number === 1;
        if (isFirst && when === 'before the create') await exchange.stranger(twin, kind);
        const stored = isStored || answer !== 'lost' || !isFirst ? await exchange.store() : undefined;
        if (isFirst && when === 'after the create') await exchange.stranger(twin, kind);
        if (stored && (answer !== 'lost' || !isFirst)) await exchange.answer(stored);
        else exchange.connection.reset();
      },
      ...(random.percent(50)
        ? { repeat: { content: 'same', answer: random.pick<'send' | 'cancel'>(['send', 'send', 'cancel']) } }
        : {}),
    };
  },
};

/**
 * Another program creates a customer like ours that differs in something that was sent, or has something more. Customers
 * that are equal in every field are the business of `lagging-index`.
 */
const likenesses: readonly [
  readonly [string, (ours: Draft) => Draft],
  ...(readonly [string, (ours: Draft) => Draft])[],
] = [
  ['only the address', ({ email, userId }) => ({ email, userId })],
  ['another name', (ours) => ({ ...ours, name: 'Another Customer' })],
  [
    'one field less',
    (ours) =>
      Object.fromEntries(
        Object.entries(ours).filter(([key], index) => index > 0 || key === 'email' || key === 'userId'),
      ),
  ],
  [
    'one field more',
    (ours) => ({
      ...ours,
      company: ours['company'] === undefined ? 'OtherHost Ltd' : undefined,
      createdFrom: 'telegram',
    }),
  ],
  ['other custom data', (ours) => ({ ...ours, customData: [{ property: 'by', value: 'stranger' }] })],
  ['another tag', (ours) => ({ ...ours, tags: [{ name: 'theirs' }] })],
];

export const strangers: Fault = {
  name: 'stranger',
  summary:
    'Another program creates a customer like ours between the duplicate check and the create, or right after it; the answer may be lost.',
  drivers: mostlyCore,
  share: 3,
  plan: ({ random, customer }) => {
    const [likeness, change] = random.pick(likenesses);
    const isFirst = random.percent(50);
    const isStored = random.percent(50);
    const isLost = random.percent(75);
    const hasUserId = random.percent(50);
    const theirs = change(customer);
    const { userId, ...withoutId } = theirs;
    const stranger = hasUserId ? theirs : withoutId;
    const isOther = JSON.stringify(stranger) !== JSON.stringify(customer);
    return {
      detail: [
        `${likeness}${hasUserId ? '' : ', without the userId'}`,
        isFirst ? 'before the create' : 'after it',
        `${isStored ? 'stored' : 'nothing stored'} and ${isLost ? 'lost' : 'answered'}`,
      ].join('; '),
      answerTimeout: patient,
      async onCreate(exchange) {
        if (isFirst && isOther) await exchange.stranger(stranger);
        const answer = isStored || !isLost ? await exchange.store() : undefined;
        if (!isFirst && isOther) await exchange.stranger(stranger);
        if (answer && !isLost) await exchange.answer(answer);
        else exchange.connection.reset();
      },
    };
  },
};
