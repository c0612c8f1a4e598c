import { answerBytes, type ProxyRequest, type RawAnswer } from '../proxy/http.ts';
import type { Connection } from '../proxy/proxy.ts';

/** What can be waited for in a run, each the first time that it happens. */
export type Moment =
  | 'start'
  | 'search-arrived'
  | 'create-begun'
  | 'create-arrived'
  | 'stored'
  | 'answer-begun'
  | 'answered';

export interface Moments {
  happen(moment: Moment): void;
  /** Never rejects; stays pending while it does not happen. */
  after(moment: Moment): Promise<void>;
}

export function createMoments(): Moments {
  const gates = new Map<Moment, { readonly promise: Promise<void>; readonly resolve: () => void }>();
  const gate = (moment: Moment) => {
    const known = gates.get(moment) ?? Promise.withResolvers<void>();
    gates.set(moment, known);
    return known;
  };
  gate('start').resolve();
  return {
    happen: (moment) => gate(moment).resolve(),
    after: (moment) => gate(moment).promise,
  };
}

/** One request at the proxy, and what a fault can do with it. */
export interface Exchange {
  readonly request: ProxyRequest;
  /** Which create it is, counted from 1. */
  readonly number: number;
  readonly connection: Connection;
  readonly moments: Moments;
  /** Passes the request on to the sandbox, which carries it out, and returns its answer. */
  store(): Promise<RawAnswer>;
  /** Passes it on once more: the proxy repeats it. */
  repeat(): Promise<RawAnswer>;
  /** Another program creates a customer now; a refused one is ignored. */
  stranger(customer: Readonly<Record<string, unknown>>, kind?: StrangerKind): Promise<void>;
  /** Resolves after so many milliseconds, or when the run is over. */
  wait(milliseconds: number): Promise<void>;
  /** The base URL of another host, which must never hear of this. */
  readonly otherHost: string;
  /** The base URL of this proxy. */
  readonly here: string;
  /** Writes a whole answer, correct in every way. */
  answer(answer: RawAnswer): Promise<void>;
}

/** A `twin` equals our customer in everything that HTTP shows. */
export type StrangerKind = 'twin' | 'other';

export async function writeAnswer(
  { connection, moments }: Pick<Exchange, 'connection' | 'moments'>,
  answer: RawAnswer,
): Promise<void> {
  moments.happen('answer-begun');
  await connection.write(answerBytes(answer));
  moments.happen('answered');
}
