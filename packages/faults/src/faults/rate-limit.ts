import { rawAnswer } from '../proxy/raw-answer.ts';
import { type Fault, mostlyCore, patient } from './fault.ts';

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
