import type { Draft } from '../drivers/driver-name.ts';
import { type Fault, mostlyCore, patient } from './fault.ts';

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
