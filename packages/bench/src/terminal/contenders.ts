import { join } from 'node:path';
import { builtPeers, wizard } from '../places.ts';
import { ours } from '../results.ts';

/** A program that asks for a name in a terminal. */
export interface Contender {
  readonly command: readonly [string, ...string[]];
  /** Shown as soon as it takes keys. */
  readonly ready: string;
}

const peer = (name: string, ready: string): Contender => ({
  command: [process.execPath, join(builtPeers, `${name}.js`)],
  ready,
});

export const bareNode = 'bare Node';

export const peers: Readonly<Record<string, Contender>> = {
  [bareNode]: peer('bare-node', 'Name: '),
  'minimal Ink': peer('ink-form', 'Enter next'),
  '@clack/prompts': peer('clack', 'Lovelace'),
  '@inquirer/prompts': peer('inquirer', 'Name'),
  'enquirer Form': peer('enquirer-form', 'Notes'),
};

/** The wizard as it opens, at its first question: which account. */
export const wizardOpening: Contender = { command: [process.execPath, wizard], ready: 'Ctrl+C quit' };

/** The wizard at its first field. */
export const wizardAsking: Contender = {
  command: [process.execPath, wizard, '--sandbox'],
  ready: 'F1 help',
};

export const atFirstField: Readonly<Record<string, Contender>> = { [ours]: wizardAsking, ...peers };
