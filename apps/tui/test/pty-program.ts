import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import { type Environment, environmentOf, program } from './program.ts';
import { openScreen, type Screen, type ScreenSize } from './screen.ts';

export interface PtyOptions extends Partial<ScreenSize> {
  readonly arguments?: readonly string[];
  /** A program and its arguments in place of the built one. */
  readonly command?: readonly [string, ...string[]];
  readonly environment?: Environment;
  /** A folder for drafts; one of its own, gone at the end, when there is none. */
  readonly home?: string;
}

/** How a program in a pseudo-terminal ended. */
export interface PtyExit {
  readonly exitCode: number;
  readonly signal: number | undefined;
}

/** How long the screen may take to show something before the test gives up, in milliseconds. */
const patience = 20_000;

interface Waiting {
  readonly look: () => void;
  readonly fail: (why: string) => void;
}

/** The built program in a real pseudo-terminal, its screen kept by a real terminal emulator. */
export class PtyProgram implements Disposable {
  readonly view: Screen;
  /** Everything that was written to the terminal, as it came. */
  output = '';
  readonly exited: Promise<PtyExit>;
  /** Where this program keeps its drafts, unless it was given a home: it meets nobody else's. */
  readonly #home = mkdtempSync(join(tmpdir(), 'helpcrunch-home-'));
  readonly #pty: IPty;
  readonly #waiting = new Set<Waiting>();
  #end: PtyExit | undefined;

  constructor(options: PtyOptions = {}) {
    const { columns = 80, rows = 24, environment = {} } = options;
    this.view = openScreen({ columns, rows });
    const built = [process.execPath, program, ...(options.arguments ?? [])] as const;
    const [command, ...rest] = options.command ?? built;
    const env = environmentOf(options.home ?? this.#home, environment);
    this.#pty = spawn(command, rest, { cols: columns, rows, name: env['TERM'] ?? '', env });
    let drawn = Promise.resolve();
    this.#pty.onData((data) => {
      this.output += data;
      drawn = this.view.write(data).then(() => {
        for (const { look } of [...this.#waiting]) look();
      });
    });
    this.exited = new Promise((done) => {
      this.#pty.onExit(({ exitCode, signal }) => {
        // What is still on its way to the emulator is on the screen first.
        void drawn.then(() => {
          this.#end = { exitCode, signal };
          for (const { fail } of [...this.#waiting]) fail(`ended with ${exitCode}`);
          done(this.#end);
        });
      });
    });
  }

  get pid(): number {
    return this.#pty.pid;
  }

  write(text: string): void {
    this.#pty.write(text);
  }

  resize(size: ScreenSize): void {
    // As terminals do it: the screen first, then word to the program.
    this.view.resize(size);
    this.#pty.resize(size.columns, size.rows);
  }

  kill(signal: string): void {
    this.#pty.kill(signal);
  }

  /** Closes the terminal under the program, as closing a window does. */
  closeTerminal(): void {
    // There on every platform, but not in the package's types.
    (this.#pty as IPty & { destroy(): void }).destroy();
  }

  /** The rows in sight, without blanks at their ends. */
  screen(): string {
    return this.view.inSight();
  }

  /** Everything, what has scrolled out of sight included. */
  scrollback(): string {
    return this.view.text();
  }

  /** Waits until the rows in sight show a text. */
  waitFor(wanted: string | RegExp): Promise<void> {
    return this.until(
      () => (typeof wanted === 'string' ? this.screen().includes(wanted) : wanted.test(this.screen())),
      String(wanted),
    );
  }

  /** Waits until something is so, looking whenever something was drawn; fails with what the screen shows instead. */
  until(isThere: () => boolean, what = String(isThere)): Promise<void> {
    if (isThere()) return Promise.resolve();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const fail = (why: string) =>
      reject(new Error(`Waited for ${what}, but it ${why} and shows:\n${this.scrollback()}`));
    const one: Waiting = { look: () => isThere() && resolve(), fail };
    if (this.#end) fail(`ended with ${this.#end.exitCode}`);
    const timer = setTimeout(() => fail('takes its time'), patience);
    this.#waiting.add(one);
    return promise.finally(() => {
      clearTimeout(timer);
      this.#waiting.delete(one);
    });
  }

  /** Types, then waits for what that leads to. */
  async type(text: string, wanted: string | RegExp): Promise<void> {
    this.write(text);
    await this.waitFor(wanted);
  }

  [Symbol.dispose](): void {
    // The whole group: what a shell has started must not go on saving drafts.
    if (!this.#end) process.kill(-this.pid, 'SIGKILL');
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 10 });
  }
}
