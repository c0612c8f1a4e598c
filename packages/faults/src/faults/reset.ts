import type { CallerName } from '../callers/caller-name.ts';
import type { Line } from '../front/line.ts';
import { withHeaders } from '../front/raw-answer.ts';
import type { Exchange } from '../world/exchange.ts';
import { writeAnswer } from '../world/exchange.ts';
import { createMoments } from '../world/moments.ts';
import { type Fault, type FaultContext, patient } from './fault.ts';

const all: readonly CallerName[] = ['core', 'extension', 'cli', 'wizard'];

type End = 'reset' | 'end';

const ends: readonly [End, End] = ['reset', 'end'];

/** The look-ups are answered, and their connection is closed, so that the create needs a new one. */
async function searchAndClose(exchange: Exchange): Promise<void> {
  const answer = await exchange.store();
  await writeAnswer({ ...exchange, moments: createMoments() }, withHeaders(answer, { connection: 'close' }));
  exchange.line.end();
}

export const resetBeforeRequest: Fault = {
  name: 'reset-before-request',
  summary: 'The connection is made and torn down before a byte of the request is read.',
  callers: all,
  plan: ({ random, customer }) => {
    const how = random.pick(ends);
    const canSearch = 'email' in customer || 'userId' in customer;
    return {
      detail: how,
      answerTimeout: patient,
      search: (exchange, when) =>
        when === 'before' ? searchAndClose(exchange) : exchange.store().then(exchange.answer),
      connection(line: Line, hasSearched: boolean) {
        if (canSearch && !hasSearched) return false;
        line[how]();
        return true;
      },
    };
  },
};

export const resetAfterHead: Fault = {
  name: 'reset-after-head',
  summary: 'The connection breaks once the head of the create is there; nothing is stored.',
  callers: all,
  plan: ({ random }) => {
    const how = random.pick(ends);
    return {
      detail: how,
      answerTimeout: patient,
      createHead(line) {
        line[how]();
        return true;
      },
    };
  },
};

function afterBody(name: string, summary: string, isStored: boolean): Fault {
  return {
    name,
    summary,
    callers: all,
    plan: ({ random }: FaultContext) => {
      const how = random.pick(ends);
      return {
        detail: how,
        answerTimeout: patient,
        async create(exchange) {
          if (isStored) await exchange.store();
          exchange.line[how]();
        },
      };
    },
  };
}

export const resetBeforeStoring = afterBody(
  'reset-after-body',
  'The whole create is read, nothing is stored, and the connection breaks.',
  false,
);

export const resetAfterStoring = afterBody(
  'reset-after-storing',
  'The create is stored, and the connection breaks before the answer.',
  true,
);
