import type { Moment } from '../backend/exchange.ts';
import { type Fault, patient, type StopSignal } from './fault.ts';
import { goAsFarAs, stages } from './slow.ts';

const moments: readonly [Moment, ...Moment[]] = [
  'start',
  'search-arrived',
  'create-begun',
  'create-arrived',
  'stored',
  'answer-begun',
];

/** The server goes as far as some stage and then waits; the person cancels, sometimes before that. */
export const cancelled: Fault = {
  name: 'cancelled',
  summary: 'The person cancels at a random moment, while the server is at a random stage.',
  drivers: ['core', 'core', 'core', 'extension'],
  share: 3,
  plan: ({ random }) => {
    const stage = random.pick(stages);
    const after = random.pick(moments);
    const later = random.pick([0, 0, 1, 2, 5, 10, 20]);
    return {
      detail: `${later} ms after ${after}; the server stops ${stage}`,
      // Where the moment never comes, the timeout ends it.
      answerTimeout: 1000,
      stop: { after, later, signal: 'SIGINT' },
      onCreate: (exchange) => goAsFarAs(stage, exchange),
    };
  },
};

const signals: readonly [StopSignal, ...StopSignal[]] = [
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
  'SIGKILL',
  'SIGKILL',
  'crash',
];

/** A program is ended; the wizard also while a customer is being entered, long before anything is sent. */
export const killed: Fault = {
  name: 'killed',
  summary:
    'The program is ended by a signal or a crash at a random moment, with a draft open or a create under way.',
  drivers: ['wizard', 'wizard', 'cli'],
  share: 3,
  plan: ({ random }) => {
    const stage = random.pick(stages);
    const after = random.pick(moments);
    const later = random.int(0, 40);
    const signal = random.pick(signals);
    return {
      detail: `${signal} ${later} ms after ${after}; the server stops ${stage}`,
      answerTimeout: patient,
      stop: { after, later, signal },
      onCreate: (exchange) => goAsFarAs(stage, exchange),
    };
  },
};

export const mashed: Fault = {
  name: 'mashed',
  summary: 'The person sends the same customer many times at once: one create goes out.',
  drivers: ['core', 'extension'],
  plan: ({ random }) => {
    const sends = random.int(2, 20);
    return {
      detail: `${sends} times`,
      expectedClaim: 'yes',
      answerTimeout: patient,
      sends,
      async onCreate(exchange) {
        const answer = await exchange.store();
        await exchange.wait(20);
        await exchange.answer(answer);
      },
    };
  },
};
