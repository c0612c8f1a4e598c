import type { OutcomeName, ResultIssue } from '@helpcrunch-customer-kit/core';
import type { Arguments, Grammar } from '../command-line/arguments.ts';

/** What a command can come to beside the outcomes of a create, with its exit code. */
export const commandOutcomes = {
  done: 0,
  listed: 0,
  shown: 0,
  forgotten: 0,
  /** Some of it could not be read. */
  'partly-listed': 2,
  'not-found': 2,
  /** The customer is being sent at this moment. */
  'in-flight': 2,
  'not-writable': 2,
  'keychain-unavailable': 2,
  /** HelpCrunch gave no usable answer to a search. */
  'no-answer': 75,
  // Of what an agent wants to create.
  approved: 0,
  declined: 1,
  expired: 2,
  'no-terminal': 2,
  // Of an import; its own table has the exit codes.
  completed: 0,
  planned: 0,
  paused: 75,
} as const;

export type CommandOutcome = OutcomeName | keyof typeof commandOutcomes;

/** How a command ended: for programs and for people. */
export interface CommandEnd {
  readonly outcome: CommandOutcome;
  /** Where the outcome alone does not decide them. */
  readonly exitCode?: number;
  readonly retryable?: boolean;
  /** The command's own part of the JSON object. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** The answer for people, on standard output. */
  readonly lines?: readonly string[];
  /** What went wrong; for people on standard error. */
  readonly issues?: readonly ResultIssue[];
  /** What to do next, a sentence each. */
  readonly next?: readonly string[];
  readonly retryAfterSeconds?: number;
}

/** What the program gives to a command. */
export interface RunContext {
  readonly process: NodeJS.Process;
  /** Aborted when the user or the system ends the program. */
  readonly signal: AbortSignal;
  /** Aborted by a second Ctrl+C; only for a command that finishes even then. */
  readonly secondInterrupt: AbortSignal;
  readonly commands: readonly CommandEntry[];
}

/** One command. What it needs at run time is imported where its module is: help of the program loads none of it. */
export interface Command extends Grammar {
  /** The outcomes that it can have, for the JSON Schema. */
  readonly outcomes: readonly CommandOutcome[];
  /** JSON Schema of its own part of the object that `--json` prints, by property. */
  readonly properties: Readonly<Record<string, object>>;
  /** What is wrong with arguments that fit the grammar. */
  readonly check?: (args: Arguments) => string | undefined;
  /** @returns the exit code. */
  readonly run: (args: Arguments, context: RunContext) => Promise<number>;
}

/** A command in the list; its module is loaded when it is needed. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Another Ctrl+C does not end it: what was sent has to be written down. */
  readonly finishesAlways?: boolean;
  readonly load: () => Promise<Command>;
}

/** An error of a command, with a code for programs and a sentence for people. */
export function errorIssue(code: string, message: string): ResultIssue {
  return { code, path: '', severity: 'error', message };
}
