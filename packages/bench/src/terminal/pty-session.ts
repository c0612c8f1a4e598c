import { performance } from 'node:perf_hooks';
import { type IPty, spawn } from '@lydell/node-pty';
import { newHome } from './new-home.ts';

export interface Chunk {
  /** Milliseconds since the program was started. */
  readonly at: number;
  readonly data: string;
}

export interface SessionOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** Told of everything as it comes. */
  readonly onData?: (data: string) => void;
}

/** How long something may take to show before the benchmark gives up, in milliseconds. */
const patience = 30_000;

/** A program in a real pseudo-terminal, and when it wrote what. */
export class PtySession implements AsyncDisposable {
  readonly chunks: Chunk[] = [];
  readonly #pty: IPty;
  readonly #startedAt = performance.now();
  readonly #exited: Promise<void>;
  #output = '';
  #watcher: (() => void) | undefined;

  constructor(command: readonly string[], options: SessionOptions = {}) {
    const [program = process.execPath, ...rest] = command;
    const home = newHome();
    this.#pty = spawn(program, rest, {
      name: 'xterm-256color',
      cols: options.columns ?? 80,
      rows: options.rows ?? 24,
      env: {
        PATH: process.env['PATH'] ?? '',
        TERM: 'xterm-256color',
        TZ: 'UTC',
        HOME: home,
        ...options.environment,
      },
    });
    this.#pty.onData((data) => {
      this.chunks.push({ at: this.now(), data });
      this.#output += data;
      options.onData?.(data);
      this.#watcher?.();
    });
    this.#exited = new Promise((done) => {
      this.#pty.onExit(() => done());
    });
  }

  get pid(): number {
    return this.#pty.pid;
  }

  /** Everything that was written, as it came. */
  get output(): string {
    return this.#output;
  }

  /** Milliseconds since the program was started. */
  now(): number {
    return performance.now() - this.#startedAt;
  }

  write(keys: string): void {
    this.#pty.write(keys);
  }

  resize(columns: number, rows: number): void {
    this.#pty.resize(columns, rows);
  }

  /** When what was written after a place in the output came to hold a text, in milliseconds since the start. */
  async shows(text: string, from = 0): Promise<number> {
    await this.#until(() => this.#output.includes(text, from), JSON.stringify(text));
    return this.chunks.at(-1)?.at ?? Number.NaN;
  }

  /** When the first chunk after so many came. */
  async chunkAfter(count: number): Promise<number> {
    await this.#until(() => this.chunks.length > count, 'something to be written');
    return this.chunks[count]?.at ?? Number.NaN;
  }

  /** Settles once nothing has been written for so many milliseconds. */
  async quiet(milliseconds: number): Promise<void> {
    let seen = -1;
    while (seen !== this.chunks.length) {
      seen = this.chunks.length;
      await new Promise((done) => setTimeout(done, milliseconds));
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#pty.kill('SIGKILL');
    await this.#exited;
  }

  #until(isThere: () => boolean, what: string): Promise<void> {
    if (isThere()) return Promise.resolve();
    return new Promise((done, fail) => {
      const timer = setTimeout(() => {
        fail(new Error(`Waited for ${what}, but there is:\n${this.#output.slice(-2000)}`));
      }, patience);
      this.#watcher = () => {
        if (!isThere()) return;
        this.#watcher = undefined;
        clearTimeout(timer);
        done();
      };
    });
  }
}
