import { type ScenarioName, scenarios } from '@helpcrunch-customer-kit/sandbox';
import { type Fault, mostlyCore, patient } from './fault.ts';

/** In that scenario the sandbox itself creates another program's customer; `stranger` does that here. */
const all = scenarios.map(({ name }) => name).filter((name) => name !== 'user-id-taken');

const waiting: ReadonlySet<ScenarioName> = new Set(['slow', 'created-then-timeout']);

export const scenario: Fault = {
  name: 'scenario',
  summary: 'A scenario of the sandbox, on its own socket without a proxy: all of them in turn.',
  drivers: mostlyCore,
  share: 3,
  plan: ({ random, turn, driver }) => {
    const named = all[turn % all.length] ?? random.pick(['slow']);
    // A program waits for half a minute: it gets another scenario instead.
    const isTooSlow = (driver === 'cli' || driver === 'wizard') && waiting.has(named);
    const name = isTooSlow ? 'created-then-lost' : named;
    return {
      detail: name,
      address: 'sandbox',
      answerTimeout: waiting.has(name) ? 80 : patient,
      isAnswerAltered: true,
      sandbox: { scenario: name, slowMilliseconds: 200 },
    };
  },
};
