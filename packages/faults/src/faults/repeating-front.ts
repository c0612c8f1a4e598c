import { rawAnswer } from '../front/raw-answer.ts';
import { type Fault, patient } from './fault.ts';

/** A proxy that repeats a POST does what no client can keep it from; what is said of it has to be true all the same. */
export const repeatingFront: Fault = {
  name: 'repeating-front',
  summary: 'The front hands our create over twice, and answers with the first answer, the second, or none.',
  callers: ['core', 'core', 'extension', 'cli', 'wizard'],
  share: 2,
  plan: ({ random }) => {
    const which = random.pick(['first', 'second', 'second', 'none', 'a 502']);
    return {
      detail: `answers with ${which}`,
      answerTimeout: patient,
      isAnswerAltered: true,
      async create(exchange) {
        const first = await exchange.store();
        const second = await exchange.repeat();
        if (which === 'none') exchange.line.reset();
        else
          await exchange.answer(which === 'first' ? first : which === 'second' ? second : rawAnswer(502, ''));
      },
    };
  },
};
