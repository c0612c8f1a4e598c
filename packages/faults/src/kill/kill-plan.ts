import type { Draft } from '../faults/fault.ts';
import { createRandom, type Random } from '../random.ts';
import { makeKey } from '../secrets.ts';

export const programNames = ['script', 'extension', 'wizard', 'lines'] as const;
/** Which program is ended: script mode, the extension's host, or the wizard, drawn or line by line. */
export type ProgramName = (typeof programNames)[number];

/** When a program is ended. */
export type Moment =
  /** Before a change to its state folder, by number; or in the middle of it. */
  | { readonly kind: 'step'; readonly at: number; readonly isHalf: boolean }
  /** So many milliseconds after something happened. */
  | {
      readonly kind: 'time';
      readonly after: 'start' | 'search' | 'create' | 'stored';
      readonly laterMs: number;
    };

/** What happens to a create before it is run again until it is resolved. */
export interface Trouble {
  readonly name: string;
  readonly summary: string;
  readonly programs: readonly ProgramName[];
}

const anyone = programNames;
const unattended = ['script', 'extension'] as const;

/** In this order, round and round; `moment` and `step` come more often. */
export const troubles = [
  { name: 'moment', summary: 'It is killed (SIGKILL) at a random moment.', programs: anyone },
  {
    name: 'step',
    summary: 'It is killed between two changes to its files, or within one.',
    programs: anyone,
  },
  {
    name: 'two-at-once',
    summary: 'The terminal and the extension send the same customer at once; one may be killed.',
    programs: unattended,
  },
  {
    name: 'step',
    summary: 'It is killed between two changes to its files, or within one.',
    programs: unattended,
  },
  {
    name: 'full-disk',
    summary: 'From one write on, the disk is full; it may be killed, too.',
    programs: unattended,
  },
  { name: 'moment', summary: 'It is killed (SIGKILL) at a random moment.', programs: unattended },
  { name: 'read-only', summary: 'The state folder takes no changes.', programs: unattended },
  {
    name: 'clock-back',
    summary: 'It is killed, and the clock is set back by up to ten years.',
    programs: unattended,
  },
  {
    name: 'lost-salt',
    summary: 'It is killed, and the salt of the ledger is gone for a while.',
    programs: unattended,
  },
] as const satisfies readonly Trouble[];

export type TroubleName = (typeof troubles)[number]['name'];

export interface KillPlan {
  readonly seed: number;
  readonly number: number;
  readonly trouble: TroubleName;
  readonly program: ProgramName;
  readonly moment: Moment;
  readonly customer: Draft;
  readonly key: string;
  /** How long the server takes before it answers a create that it has stored, in milliseconds. */
  readonly answerMs: number;
  readonly random: Random;
  /** Given to every script, too: tests see by `--no-ledger` that a second create is noticed. */
  readonly flags?: readonly string[];
}

/** Changes to its files in a whole create, about; measured. */
const changesOf: Readonly<Record<ProgramName, number>> = { script: 40, extension: 40, wizard: 70, lines: 70 };
/** A person's programs take far longer than a script: they get a smaller share, in percent. */
const personShare = 25;

export function makeKillPlan(seed: number, number: number): KillPlan {
  const random = createRandom(seed, number);
  const { name, programs } = troubles[number % troubles.length] ?? troubles[0];
  const isByPerson = programs.length > 2 && random.percent(personShare);
  const program = isByPerson
    ? random.pick<ProgramName>(['wizard', 'lines'])
    : random.pick<ProgramName>(['script', 'script', 'extension']);
  const mark = random.word(8).toLowerCase();
  const customer = {
    name: `Ada ${mark}`,
    ...(random.percent(70) ? { email: `ada.${mark}@example.com` } : {}),
    ...(random.percent(50) ? { userId: `u-${mark}` } : {}),
    ...(random.percent(30) ? { company: `Engines ${mark}` } : {}),
  };
  const isStep = name === 'step' || (name !== 'moment' && name !== 'full-disk' && random.percent(50));
  const moment: Moment = isStep
    ? { kind: 'step', at: random.int(0, changesOf[program]), isHalf: random.percent(30) }
    : {
        kind: 'time',
        after: random.pick(['start', 'search', 'create', 'stored'] as const),
        laterMs: random.int(0, 40),
      };
  const answerMs = random.percent(60) ? random.int(0, 60) : 0;
  return {
    seed,
    number,
    trouble: name,
    program,
    moment,
    customer,
    key: makeKey(random, true),
    answerMs,
    random,
  };
}
