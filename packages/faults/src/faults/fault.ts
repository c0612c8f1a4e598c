import type { SandboxOptions } from '@helpcrunch-customer-kit/sandbox';
import type { Exchange, Moment } from '../backend/exchange.ts';
import type { Connection } from '../proxy/proxy.ts';
import type { Random } from '../random.ts';

export const driverNames = ['core', 'extension', 'cli', 'wizard'] as const;

/** Who sends: core itself, the extension's bundles, the built program without questions, or the wizard. */
export type DriverName = (typeof driverNames)[number];

/** A customer as a person enters it. */
export type Draft = Readonly<Record<string, unknown>>;

/** A kind of fault. */
export interface Fault {
  readonly name: string;
  /** One sentence for people. */
  readonly summary: string;
  readonly drivers: readonly DriverName[];
  /** How often it comes in a round of all kinds; once by default. */
  readonly share?: number;
  plan(context: FaultContext): FaultRun;
}

/** What a fault may know when it is planned for a run. */
export interface FaultContext {
  readonly random: Random;
  /** How many runs of the same kind came before: for faults that go through all cases in order. */
  readonly turn: number;
  readonly driver: DriverName;
  /** The customer, as it was entered. */
  readonly customer: Draft;
}

/** Where requests are sent: the proxy, the same with an https address although it speaks none, a closed port, or the sandbox itself. */
export type Address = 'proxy' | 'plain-as-tls' | 'closed-port' | 'sandbox';

export type CertificateKind = 'good' | 'self-signed' | 'wrong-host' | 'expired';

/** A fault as it happens in one run. */
export interface FaultRun {
  /** What exactly, in a few words, for the report. */
  readonly detail: string;
  /** What an honest driver can know after the first attempt, and so has to claim: `unknown` would be useless there. */
  readonly expectedClaim?: 'yes' | 'no';
  /** The same for the last claim of all. */
  readonly expectedEnd?: 'yes' | 'no';
  /** The name of the first outcome, where it matters which one it is. */
  readonly expectedOutcome?: string;
  /** The answer holds no customer that could be compared with what was sent. */
  readonly isUnreadable?: boolean;
  /** The most creates that may go out: fewer than were agreed to where a duplicate check shows our customer. */
  readonly maxCreates?: number;
  readonly address?: Address;
  readonly tls?: CertificateKind;
  /** Milliseconds; long enough for any answer that comes unless the fault is about waiting. */
  readonly answerTimeout?: number;
  readonly sandbox?: SandboxOptions;
  /** Returns true to stop reading a new connection. */
  readonly onConnection?: (connection: Connection, hasSearched: boolean) => boolean;
  /** Returns true to stop reading a create after its head. */
  readonly onCreateHead?: (connection: Connection) => boolean;
  /** Instead of storing and answering. */
  readonly onCreate?: (exchange: Exchange) => Promise<void>;
  /** Instead of searching and answering; `before` the first create or after it began. */
  readonly onSearch?: (exchange: Exchange, when: 'before' | 'after') => Promise<void>;
  /** For how many searches a new customer is not found yet; ours, and those of other programs. */
  readonly lag?: { readonly ours: number; readonly strangers: number };
  /** The answer is not the sandbox's own: the customer that it names says nothing. */
  readonly isAnswerAltered?: boolean;
  /** Milliseconds since 1970, jumping; only core takes a clock. */
  readonly clock?: () => number;
  /** The person cancels, or the program is ended, so long after a moment. */
  readonly stop?: Stop;
  /** How often the person sends at once. */
  readonly sends?: number;
  /** The person accepts the offer to send again once a rate limit is over. */
  readonly acceptsResend?: boolean;
  /** The person sends again when the first attempt did not end in a customer. */
  readonly repeat?: Repeat;
}

export interface Stop {
  readonly after: Moment;
  /** Milliseconds. */
  readonly later: number;
  /** How a program is ended. */
  readonly signal: StopSignal;
}

export type StopSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'SIGKILL' | 'crash';

export interface Repeat {
  /** The same customer, or one with another note: a typo that was corrected. */
  readonly content: 'same' | 'edited';
  /** What the person answers when asked whether to send although an earlier create may have worked. */
  readonly answer: 'send' | 'cancel';
  /** By how much the clock is ahead by then; only core takes a clock. */
  readonly minutesLater?: number;
}

/** Long enough for a busy machine, in milliseconds. */
export const patient = 60_000;

/** Core twice as often as the others. */
export const mostlyCore: readonly DriverName[] = ['core', ...driverNames];
