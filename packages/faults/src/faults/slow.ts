import type { Exchange } from '../backend/exchange.ts';
import { answerBytes, headBytes } from '../proxy/raw-answer.ts';
import { type Fault, patient } from './fault.ts';

/** Less than the answer takes, in milliseconds. The extension's setting takes whole seconds only. */
const impatient = 60;

/** Stages at which a server can fall silent. */
export const stages = ['before storing', 'after storing', 'after the head', 'within the body'] as const;

export type Stage = (typeof stages)[number];

/** Does what comes before the stage, and then nothing. */
export async function goAsFarAs(stage: Stage, exchange: Exchange): Promise<void> {
  if (stage === 'before storing') return;
  const answer = await exchange.store();
  if (stage === 'after storing') return;
  exchange.moments.happen('answer-begun');
  await exchange.connection.write(headBytes(answer));
  if (stage === 'within the body')
    await exchange.connection.write(answer.body.subarray(0, answer.body.length / 2));
}

export const stalled: Fault = {
  name: 'stalled',
  summary: 'The server falls silent: before or after it stored, or within its answer.',
  drivers: ['core', 'core', 'extension'],
  share: 2,
  plan: ({ random }) => {
    const stage = random.pick(stages);
    return {
      detail: stage,
      answerTimeout: impatient,
      onCreate: (exchange) => goAsFarAs(stage, exchange),
    };
  },
};

export const drip: Fault = {
  name: 'slow-drip',
  summary: 'The answer comes in drops: in time, or slower than anyone waits.',
  drivers: ['core', 'core', 'extension', 'cli'],
  plan: ({ random, driver }) => {
    const isInTime = driver === 'cli' || random.percent(50);
    const drop = random.int(10, 60);
    return {
      detail: `${drop} bytes a drop, ${isInTime ? 'in time' : 'too slow'}`,
      ...(isInTime ? { expectedClaim: 'yes' } : {}),
      answerTimeout: isInTime ? patient : impatient,
      async onCreate(exchange) {
        const bytes = answerBytes(await exchange.store());
        for (let at = 0; at < bytes.length && exchange.connection.isOpen; at += drop) {
          await exchange.connection.write(bytes.subarray(at, at + drop));
          await exchange.wait(isInTime ? 0 : 15);
        }
      },
    };
  },
};

export const late: Fault = {
  name: 'late',
  summary: 'The answer comes at about the time when the client stops waiting for it.',
  drivers: ['core'],
  plan: ({ random }) => {
    const milliseconds = random.int(30, 90);
    return {
      detail: `after ${milliseconds} ms of ${impatient}`,
      answerTimeout: impatient,
      async onCreate(exchange) {
        const answer = await exchange.store();
        await exchange.wait(milliseconds);
        await exchange.answer(answer);
      },
    };
  },
};
