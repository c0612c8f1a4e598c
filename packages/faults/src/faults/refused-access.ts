import { rawAnswer } from '../proxy/raw-answer.ts';
import { type Fault, mostlyCore, patient } from './fault.ts';

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
