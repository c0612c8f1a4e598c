import { answerBytes, headBytes } from '../front/raw-answer.ts';
import type { Exchange } from '../world/exchange.ts';
import { type Fault, patient } from './fault.ts';

/** Sooner than the answer would come, in milliseconds. The extension takes whole seconds only, and is told so there. */
const impatient = 60;

/** Stages at which a server can fall silent. */
export const stages = ['before storing', 'after storing', 'after the head', 'within the body'] as const;

export type Stage = (typeof stages)[number];

/** Does what comes before the stage, and then nothing any more. */
export async function goAsFarAs(stage: Stage, exchange: Exchange): Promise<void> {
  if (stage === 'before storing') return;
  const answer = await exchange.store();
  if (stage === 'after storing') return;
  exchange.moments.happen('answer-begun');
  await exchange.line.write(headBytes(answer));
  if (stage === 'within the body') await exchange.line.write(answer.body.subarray(0, answer.body.length / 2));
}

export const stalled: Fault = {
  name: 'stalled',
  summary: 'The server falls silent: before or after it stored, or within its answer.',
  callers: ['core', 'core', 'extension'],
  share: 2,
  plan: ({ random }) => {
    const stage = random.pick(stages);
    return {
      detail: stage,
      answerTimeout: impatient,
      create: (exchange) => goAsFarAs(stage, exchange),
    };
  },
};

export const drip: Fault = {
  name: 'slow-drip',
  summary: 'The answer comes in drops: in time, or slower than anybody waits.',
  callers: ['core', 'core', 'extension', 'cli'],
  plan: ({ random, caller }) => {
    const isInTime = caller === 'cli' || random.percent(50);
    const drop = random.int(10, 60);
    return {
      detail: `${drop} bytes a drop, ${isInTime ? 'in time' : 'too slow'}`,
      ...(isInTime ? { must: 'yes' } : {}),
      answerTimeout: isInTime ? patient : impatient,
      async create(exchange) {
        const bytes = answerBytes(await exchange.store());
        for (let at = 0; at < bytes.length && exchange.line.isOpen; at += drop) {
          await exchange.line.write(bytes.subarray(at, at + drop));
          await exchange.wait(isInTime ? 0 : 15);
        }
      },
    };
  },
};

export const late: Fault = {
  name: 'late',
  summary: 'The answer comes about when nobody waits for it any more.',
  callers: ['core'],
  plan: ({ random }) => {
    const milliseconds = random.int(30, 90);
    return {
      detail: `after ${milliseconds} ms of ${impatient}`,
      answerTimeout: impatient,
      async create(exchange) {
        const answer = await exchange.store();
        await exchange.wait(milliseconds);
        await exchange.answer(answer);
      },
    };
  },
};
