import type { Exchange } from '../backend/exchange.ts';
import { createMoments, writeAnswer } from '../backend/exchange.ts';
import type { Connection } from '../proxy/proxy.ts';
import { withHeaders } from '../proxy/raw-answer.ts';
import { allDrivers, type Fault, type FaultContext, patient } from './fault.ts';

type End = 'reset' | 'end';

const ends: readonly [End, End] = ['reset', 'end'];

/** Searches are answered, and their connection is closed, so that the create needs a new one. */
async function searchAndClose(exchange: Exchange): Promise<void> {
  const answer = await exchange.store();
  await writeAnswer({ ...exchange, moments: createMoments() }, withHeaders(answer, { connection: 'close' }));
  exchange.connection.end();
}

export const resetBeforeRequest: Fault = {
  name: 'reset-before-request',
  summary: 'The connection is made and torn down before a byte of the request is read.',
  drivers: allDrivers,
  plan: ({ random, customer }) => {
    const how = random.pick(ends);
    const canSearch = 'email' in customer || 'userId' in customer;
    return {
      detail: how,
      answerTimeout: patient,
      onSearch: (exchange, when) =>
        when === 'before' ? searchAndClose(exchange) : exchange.store().then(exchange.answer),
      onConnection(connection: Connection, hasSearched: boolean) {
        if (canSearch && !hasSearched) return false;
        connection[how]();
        return true;
      },
    };
  },
};

export const resetAfterHead: Fault = {
  name: 'reset-after-head',
  summary: 'The connection breaks once the head of the create has arrived; nothing is stored.',
  drivers: allDrivers,
  plan: ({ random }) => {
    const how = random.pick(ends);
    return {
      detail: how,
      answerTimeout: patient,
      onCreateHead(connection) {
        connection[how]();
        return true;
      },
    };
  },
};

function afterBody(name: string, summary: string, isStored: boolean): Fault {
  return {
    name,
    summary,
    drivers: allDrivers,
    plan: ({ random }: FaultContext) => {
      const how = random.pick(ends);
      return {
        detail: how,
        answerTimeout: patient,
        async onCreate(exchange) {
          if (isStored) await exchange.store();
          exchange.connection[how]();
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
