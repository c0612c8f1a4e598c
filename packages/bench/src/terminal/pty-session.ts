import { setTimeout as sleep } from 'node:timers/promises';
import { PseudoTerminal, type TerminalOptions } from '@helpcrunch-customer-kit/testing/pseudo-terminal';

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
    super(command, { ...options, onData: (data, at) => void chunks.push({ at, data }) });
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
