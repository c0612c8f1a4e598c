import { rawAnswer } from '../proxy/raw-answer.ts';
import { type Fault, patient } from './fault.ts';

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
