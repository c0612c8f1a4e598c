import type { CallerName } from '../callers/caller-name.ts';
import { type Fault, patient } from './fault.ts';

const all: readonly CallerName[] = ['core', 'extension', 'cli', 'wizard'];

/** Nothing is wrong: what every other kind is compared with. */
export const none: Fault = {
  name: 'none',
  summary: 'Nothing is wrong.',
  callers: all,
  share: 2,
  plan: ({ random }) => {
    const tls = random.percent(20);
    return {
      detail: tls ? 'over TLS' : 'plain',
      must: 'yes',
      answerTimeout: patient,
      ...(tls ? { tls: 'good' } : {}),
    };
  },
};

export const refused: Fault = {
  name: 'refused',
  summary: 'Nobody listens on the port.',
  callers: all,
  plan: () => ({ detail: 'a closed port', must: 'no', address: 'closed-port', answerTimeout: patient }),
};
