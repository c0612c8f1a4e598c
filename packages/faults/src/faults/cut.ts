import { answerBytes } from '../proxy/raw-answer.ts';
import { type Fault, patient } from './fault.ts';

/** The answer breaks off at each of its bytes in turn, before the first one too. */
export const cut: Fault = {
  name: 'cut',
  summary: 'The create is stored, and its answer breaks off: run after run at the next of its bytes.',
  drivers: ['core', 'core', 'core', 'extension', 'cli'],
  share: 7,
  plan: ({ random, turn }) => {
    const how = random.pick<'end' | 'reset'>(['end', 'reset']);
    return {
      detail: `at byte ${turn}, round the answer's length, then ${how}`,
      answerTimeout: patient,
      async onCreate(exchange) {
        const bytes = answerBytes(await exchange.store());
        await exchange.connection.write(bytes.subarray(0, turn % bytes.length));
        exchange.connection[how]();
      },
    };
  },
};
