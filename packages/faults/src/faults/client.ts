import type { Exchange, Moment } from '../backend/exchange.ts';
import { rawAnswer } from '../proxy/http.ts';
import { goAsFarAs, stages } from './breaks.ts';
import { type Fault, mostlyCore, patient, type StopSignal } from './fault.ts';

const moments: readonly [Moment, ...Moment[]] = [
  'start',
  'search-arrived',
  'create-begun',
  'create-arrived',
  'stored',
  'answer-begun',
];

/** The server goes as far as some stage and then waits; the person cancels, sometimes before that. */
export const cancelled: Fault = {
  name: 'cancelled',
  summary: 'The person cancels at a random moment, while the server is at a random stage.',
  drivers: ['core', 'core', 'core', 'extension'],
  share: 3,
  plan: ({ random }) => {
    const stage = random.pick(stages);
    const after = random.pick(moments);
    const later = random.pick([0, 0, 1, 2, 5, 10, 20]);
    return {
      detail: `${later} ms after ${after}; the server stops ${stage}`,
      // Where the moment never comes, the timeout ends it.
      answerTimeout: 1000,
      stop: { after, later, signal: 'SIGINT' },
      onCreate: (exchange) => goAsFarAs(stage, exchange),
    };
  },
};

const signals: readonly [StopSignal, ...StopSignal[]] = [
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
  'SIGKILL',
  'SIGKILL',
  'crash',
];

/** A program is ended; the wizard also while a customer is being entered, long before anything is sent. */
export const killed: Fault = {
  name: 'killed',
  summary:
    'The program is ended by a signal or a crash at a random moment, with a draft open or a create under way.',
  drivers: ['wizard', 'wizard', 'cli'],
  share: 3,
  plan: ({ random }) => {
    const stage = random.pick(stages);
    const after = random.pick(moments);
    const later = random.int(0, 40);
    const signal = random.pick(signals);
    return {
      detail: `${signal} ${later} ms after ${after}; the server stops ${stage}`,
      answerTimeout: patient,
      stop: { after, later, signal },
      onCreate: (exchange) => goAsFarAs(stage, exchange),
    };
  },
};

export const mashed: Fault = {
  name: 'mashed',
  summary: 'The person sends the same customer many times at once: one create goes out.',
  drivers: ['core', 'extension'],
  plan: ({ random }) => {
    const sends = random.int(2, 20);
    return {
      detail: `${sends} times`,
      expectedClaim: 'yes',
      answerTimeout: patient,
      sends,
      async onCreate(exchange) {
        const answer = await exchange.store();
        await exchange.wait(20);
        await exchange.answer(answer);
      },
    };
  },
};

const jumps: readonly [number, ...number[]] = [
  -86_400_000 * 3650,
  -3_600_000,
  -1000,
  0,
  1,
  1000,
  3_600_000,
  86_400_000 * 3650,
];

/** The clock jumps at each reading; the repeat window, the age of a send and Retry-After depend on it. */
export const clockJumps: Fault = {
  name: 'clock-jumps',
  summary: 'The clock jumps back and forth, by up to ten years, while the create is under way.',
  drivers: ['core'],
  plan: ({ random }) => {
    const what = random.pick(['answered', 'lost', 'retry-after']);
    return {
      detail: what,
      ...(what === 'lost' ? {} : { expectedClaim: what === 'answered' ? 'yes' : 'no' }),
      answerTimeout: patient,
      clock: () => Date.now() + random.pick(jumps),
      async onCreate(exchange) {
        if (what === 'retry-after') {
          const date = new Date(Date.now() + random.pick(jumps)).toUTCString();
          await exchange.answer(rawAnswer(429, '', { 'retry-after': date }));
          return;
        }
        const answer = await exchange.store();
        if (what === 'lost') exchange.connection.reset();
        else await exchange.answer(answer);
      },
    };
  },
};

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
