import type { Exchange } from '../backend/exchange.ts';
import { rawAnswer } from '../proxy/raw-answer.ts';
import { type Fault, mostlyCore, patient } from './fault.ts';

const losses: readonly [
  readonly [string, (exchange: Exchange) => Promise<void>],
  ...(readonly [string, (exchange: Exchange) => Promise<void>])[],
] = [
  ['a broken connection', async ({ connection }) => connection.reset()],
  ['a 502', (exchange) => exchange.answer(rawAnswer(502, '<h1>502</h1>', { 'content-type': 'text/html' }))],
  ['a 408', (exchange) => exchange.answer(rawAnswer(408, ''))],
  ['a 200', (exchange) => exchange.answer(rawAnswer(200, '{"status": "ok"}'))],
  [
    'a 201 with errors',
    (exchange) => exchange.answer(rawAnswer(201, '{"errors": [{"code": "invalid_request"}]}')),
  ],
];

/** After an answer that was lost, a person sends the same customer again, or one with a corrected typo. */
export const repeatAfterUnknown: Fault = {
  name: 'repeat',
  summary:
    'The answer is lost, the customer appears by the time of a repeat or never, and the person sends it again, edited or not.',
  drivers: mostlyCore,
  share: 4,
  plan: ({ random, driver, customer }) => {
    const [loss, lose] = random.pick(losses);
    const fields = ['userId', 'email'].filter((key) => customer[key] !== undefined);
    const canSearch = fields.length > 0;
    const state = random.pick(['visible by then', 'visible by then', 'hidden', 'not stored']);
    const content = canSearch && random.percent(40) ? 'edited' : 'same';
    const answer = random.pick<'send' | 'cancel'>(['send', 'send', 'cancel']);
    const minutesLater = driver === 'core' ? random.pick([0, 0, 11, 120]) : 0;
    // One lookup searches by each field, and finds no one.
    const ours = state === 'hidden' ? Number.POSITIVE_INFINITY : fields.length;
    const isSeen = state === 'visible by then' && canSearch;
    const isProven = isSeen && content === 'same' && (minutesLater === 0 || customer['userId'] !== undefined);
    // Consent given beforehand covers an email that is used, once the customer who has it is known to be another one.
    const mayShareEmail = isSeen && content === 'edited' && customer['userId'] === undefined;
    const isOnce = !mayShareEmail && (answer === 'cancel' || (isSeen && customer['userId'] !== undefined));
    return {
      detail: `${loss}; ${state}; the ${content} again${minutesLater > 0 ? ` ${minutesLater} minutes later` : ''}; answers ${answer}`,
      answerTimeout: patient,
      isAnswerAltered: true,
      lag: { ours, strangers: 0 },
      repeat: { content, answer, minutesLater },
      ...(isProven ? { expectedEnd: 'yes', maxCreates: 1 } : {}),
      ...(isOnce ? { maxCreates: 1 } : {}),
      async onCreate(exchange) {
        const isFirst = exchange.number === 1;
        const stored = isFirst && state === 'not stored' ? undefined : await exchange.store();
        if (stored && !isFirst) await exchange.answer(stored);
        else await lose(exchange);
      },
    };
  },
};
