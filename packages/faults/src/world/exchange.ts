import type { FrontRequest } from '../front/front-request.ts';
import type { Line } from '../front/line.ts';
import { answerBytes, type RawAnswer } from '../front/raw-answer.ts';
import type { Moments } from './moments.ts';

/** One request at the front, and what a fault can do about it. */
export interface Exchange {
  readonly request: FrontRequest;
  readonly line: Line;
  readonly moments: Moments;
  /** Hands the request to the sandbox, which does what it says, and brings back its answer. */
  store(): Promise<RawAnswer>;
  /** Hands it over without being asked to: the front repeats it. */
  repeat(): Promise<RawAnswer>;
  /** Somebody else creates a customer at this moment; a refused one is none. */
  stranger(customer: Readonly<Record<string, unknown>>): Promise<void>;
  /** Resolves after so many milliseconds, or when the run is over. */
  wait(milliseconds: number): Promise<void>;
  /** The base URL of another host, which must never hear of any of this. */
  readonly elsewhere: string;
  /** The base URL of this front. */
  readonly here: string;
  /** Writes a whole answer, right in every way. */
  answer(answer: RawAnswer): Promise<void>;
}

export async function writeAnswer({ line, moments }: Pick<Exchange, 'line' | 'moments'>, answer: RawAnswer) {
  moments.happen('answer-begun');
  await line.write(answerBytes(answer));
  moments.happen('answered');
}
