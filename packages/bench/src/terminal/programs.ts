import { fileURLToPath } from 'node:url';

/** A program that asks for a name in a terminal. */
export interface Program {
  readonly command: readonly [string, ...string[]];
  /** Shown as soon as it takes keys. */
  readonly ready: string;
}

export const wizard: string = fileURLToPath(new URL('../../../../apps/tui/dist/main.js', import.meta.url));

/** The wizard as it opens, at its first question: which account. */
export const wizardOpening: Program = { command: [process.execPath, wizard], ready: 'Ctrl+C quit' };

/** The wizard at its first field. */
export const wizardAsking: Program = {
  command: [process.execPath, wizard, '--sandbox'],
  ready: 'Ctrl+G help',
};

const echo = `
process.stdin.setRawMode(true);
process.stdout.write('Name: ');
process.stdin.on('data', (keys) => process.stdout.write(keys));`;

/** The least that Node can do with a terminal: write something, and echo what is typed. */
export const bareNodeAsking: Program = { command: [process.execPath, '--eval', echo], ready: 'Name: ' };
