import { createMoments, type Exchange, writeAnswer } from '../backend/exchange.ts';
import { answerBytes, headBytes, withHeaders } from '../proxy/http.ts';
import type { Connection } from '../proxy/proxy.ts';
import { driverNames, type Fault, type FaultContext, patient } from './fault.ts';

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
  drivers: driverNames,
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
  drivers: driverNames,
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
    drivers: driverNames,
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

/** Less than the answer takes, in milliseconds. The extension's setting takes whole seconds only. */
const impatient = 60;

/** Stages at which a server can fall silent. */
export const stages = ['before storing', 'after storing', 'after the head', 'within the body'] as const;

type Stage = (typeof stages)[number];

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
