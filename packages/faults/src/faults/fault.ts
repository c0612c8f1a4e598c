import type { SandboxOptions } from '@helpcrunch-customer-kit/sandbox';
import type { CallerName } from '../callers/caller-name.ts';
import type { Line } from '../front/line.ts';
import type { Random } from '../random/random.ts';
import type { Exchange } from '../world/exchange.ts';
import type { Moment } from '../world/moments.ts';

/** What a fault may know when it is made up for a run. */
export interface FaultContext {
  readonly random: Random;
  /** How many runs of the same kind came before: for faults that go through all cases in order. */
  readonly turn: number;
  readonly caller: CallerName;
  /** The customer, as it was entered. */
  readonly customer: Readonly<Record<string, unknown>>;
}

/** Where the caller is sent to: the front, the same by an https address though it speaks none, a port that nobody listens on, or the sandbox itself. */
export type Address = 'front' | 'plain-as-tls' | 'closed-port' | 'sandbox';

export type CertificateKind = 'good' | 'self-signed' | 'wrong-host' | 'expired';

/** A fault as it is played in one run. */
export interface FaultPlay {
  /** What exactly, in a few words, for the report. */
  readonly detail: string;
  /** What an honest caller can know here, and so has to say: where nothing was wrong, `unknown` would be useless. */
  readonly must?: 'yes' | 'no';
  readonly address?: Address;
  readonly tls?: CertificateKind;
  /** Milliseconds; long enough for any answer that comes unless the fault is about waiting. */
  readonly answerTimeout?: number;
  readonly sandbox?: SandboxOptions;
  /** True when a new connection is not to be read any more. */
  readonly connection?: (line: Line, hasSearched: boolean) => boolean;
  /** True when the rest of a create is not to be read. */
  readonly createHead?: (line: Line) => boolean;
  /** In place of storing and answering. */
  readonly create?: (exchange: Exchange) => Promise<void>;
  /** In place of looking and answering; `before` the create or after it began. */
  readonly search?: (exchange: Exchange, when: 'before' | 'after') => Promise<void>;
  /** The answer is not the sandbox's own: whom it names says nothing. */
  readonly isAnswerAltered?: boolean;
  /** Milliseconds since 1970, jumping; only core takes a clock. */
  readonly clock?: () => number;
  /** The person gives up, or the program is ended, so long after a moment. */
  readonly stop?: Stop;
  /** How often the person sends at once. */
  readonly sends?: number;
}

export interface Stop {
  readonly after: Moment;
  /** Milliseconds. */
  readonly later: number;
  /** How a program is ended. */
  readonly signal: StopSignal;
}

export type StopSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'SIGKILL' | 'crash';

/** A kind of fault. */
export interface Fault {
  readonly name: string;
  /** One sentence for people. */
  readonly summary: string;
  readonly callers: readonly CallerName[];
  /** How often it comes in a round of all kinds; once by default. */
  readonly share?: number;
  plan(context: FaultContext): FaultPlay;
}

/** Long enough for a busy machine, in milliseconds. */
export const patient = 60_000;
