import { answerBytes, withHeaders } from '../proxy/raw-answer.ts';
import { type Fault, patient } from './fault.ts';

export const wrongLength: Fault = {
  name: 'wrong-length',
  summary: 'Content-Length is larger or smaller than the body, not a number, or there twice.',
  drivers: ['core', 'core', 'extension', 'cli'],
  plan: ({ random }) => {
    const wrong = random.pick(['too long', 'too short', 'zero', 'negative', 'no number', 'twice', 'huge']);
    const by = random.int(1, 200);
    return {
      detail: `${wrong} (by ${by})`,
      answerTimeout: patient,
      isAnswerAltered: true,
      async onCreate(exchange) {
        const answer = await exchange.store();
        const { length } = answer.body;
        const claimed = {
          'too long': length + by,
          'too short': Math.max(1, length - by),
          zero: 0,
          negative: -by,
          'no number': 'many',
          twice: length,
          huge: '99999999999999999999',
        }[wrong];
        const spoilt = withHeaders(answer, { 'content-length': String(claimed) });
        const twice = {
          ...spoilt,
          headers: [...spoilt.headers, ['content-length', String(length + by)] as const],
        };
        await exchange.connection.write(answerBytes(wrong === 'twice' ? twice : spoilt));
        exchange.connection.end();
      },
    };
  },
};
