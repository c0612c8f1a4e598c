import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PseudoTerminal, type TerminalOptions } from '@helpcrunch-customer-kit/testing/pseudo-terminal';
import { temporaryFolder } from '@helpcrunch-customer-kit/testing/temporary-folder';

/** One folder for what Node compiles of the wizard, as a user has it from the second start on. */
export const compiledBefore: { readonly XDG_CACHE_HOME: string } = {
  get XDG_CACHE_HOME() {
    cache ??= temporaryFolder();
    return cache.path;
  },
};
let cache: ReturnType<typeof temporaryFolder> | undefined;

interface Chunk {
  /** Milliseconds since the program was started. */
  readonly at: number;
  readonly data: string;
}

/** A program in a pseudo-terminal, and when it wrote what. */
export class PtySession extends PseudoTerminal {
  readonly chunks: readonly Chunk[];

  constructor(command: readonly [string, ...string[]], options: TerminalOptions = {}) {
    const chunks: Chunk[] = [];
    const env = { ...compiledBefore, ...options.env };
    super(command, { ...options, env, onData: (data, at) => void chunks.push({ at, data }) });
    this.chunks = chunks;
  }

  /** When what was written after a place in the output came to hold a text, in milliseconds since the start. */
  async shows(text: string, from = 0): Promise<number> {
    await this.waitUntil(() => this.output.includes(text, from), JSON.stringify(text));
    return this.chunks.at(-1)?.at ?? Number.NaN;
  }

  /** When the first chunk after so many came. */
  async chunkAfter(count: number): Promise<number> {
    await this.waitUntil(() => this.chunks.length > count, 'something to be written');
    return this.chunks[count]?.at ?? Number.NaN;
  }

  /** Settles once nothing has been written for so many milliseconds. */
  async quiet(milliseconds: number): Promise<void> {
    let seen = -1;
    while (seen !== this.chunks.length) {
      seen = this.chunks.length;
      await sleep(milliseconds);
    }
  }
}

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

const fields = 13;

/** Walks the wizard from its first field to a customer in the sandbox; two answers, all else skipped. */
export async function walkWizard(session: PtySession): Promise<void> {
  await session.shows('Name (1/');
  const answers = ['Ada Lovelace', 'ada@example.com'];
  for (let field = 1; field <= fields; field += 1) {
    const from = session.output.length;
    const answer = answers[field - 1] ?? '';
    // A letter and an Enter in one go would be a paste.
    for (const letter of answer) {
      const before = session.output.length;
      session.write(letter);
      await session.shows('\u001b[?2026l', before);
    }
    session.write('\r');
    await session.shows(field === fields ? 'Review' : `(${field + 1}/`, from);
    await session.quiet(40);
  }
  // The review opens on the row that creates the customer.
  session.write('\r');
  await session.shows('Its ID is 1.');
}
