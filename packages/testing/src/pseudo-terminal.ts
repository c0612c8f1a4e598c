import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { type IPty, spawn } from '@lydell/node-pty';
import { cleanEnvironment, type Environment } from './run-program.ts';
import { openScreen, type Screen, type ScreenSize } from './screen.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { waitTimeoutMs } from './timeouts.ts';

export interface TerminalOptions extends Partial<ScreenSize> {
  /** Added to a clean environment; without a HOME the program gets an empty one of its own. */
  readonly env?: Environment;
  readonly cwd?: string;
  /** Called with everything the program writes, as it comes, and the milliseconds since it was started. */
  readonly onData?: (data: string, at: number) => void;
}

export interface TerminalExit {
  readonly exitCode: number;
  /** The number of the signal that ended the program. */
  readonly signal: number | undefined;
}

interface Waiter {
  readonly look: () => void;
  readonly fail: (why: string) => void;
}

/** How often a held key repeats, and how close together a person in a hurry presses keys, in milliseconds. */
const keyGapMs = 30;

/**
 * A program in a real pseudo-terminal, with a terminal emulator as its screen.
 * @example
 * await using terminal = new PseudoTerminal([process.execPath, 'wizard.js'], { columns: 90 });
 * await terminal.waitForText('Name');
 * terminal.press('Ada', keys.enter);
 * expect(await terminal.exit).toMatchObject({ exitCode: 0 });
 */
export class PseudoTerminal implements AsyncDisposable {
  readonly screen: Screen;
  /** Everything that the program wrote, as it came. */
  output = '';
  /** Resolves once the program has ended and its last output is on the screen. */
  readonly exit: Promise<TerminalExit>;
  readonly #home = temporaryFolder();
  readonly #startedAt: number;
  readonly #pty: IPty;
  readonly #waiters = new Set<Waiter>();
  #exit: TerminalExit | undefined;

  constructor([file, ...args]: readonly [string, ...string[]], options: TerminalOptions = {}) {
    const { columns = 80, rows = 24, cwd, onData } = options;
    const env = cleanEnvironment(this.#home.path, options.env);
    this.screen = openScreen({ columns, rows });
    this.#startedAt = performance.now();
    this.#pty = spawn(file, args, { cols: columns, rows, name: env['TERM'] ?? '', env, ...(cwd && { cwd }) });
    let drawn = Promise.resolve();
    this.#pty.onData((data) => {
      this.output += data;
      onData?.(data, this.elapsed());
      this.#look();
      drawn = this.screen.write(data).then(() => this.#look());
    });
    const { promise, resolve } = Promise.withResolvers<TerminalExit>();
    this.exit = promise;
    this.#pty.onExit(({ exitCode, signal }) => {
      void drawn.then(() => {
        this.#exit = { exitCode, signal };
        this.#look();
        for (const { fail } of [...this.#waiters]) fail(`the program exited with ${exitCode}`);
        resolve(this.#exit);
      });
    });
  }

  get pid(): number {
    return this.#pty.pid;
  }

  get isRunning(): boolean {
    return this.#exit === undefined;
  }

  /** Milliseconds since the program was started. */
  elapsed(): number {
    return performance.now() - this.#startedAt;
  }

  /** Types text, in one write. */
  write(text: string): void {
    this.#pty.write(text);
  }

  /** Presses keys, all in one write, as a terminal passes on keys that came while it was busy; see `keys`. */
  press(...pressed: readonly string[]): void {
    this.write(pressed.join(''));
  }

  /** Presses keys one after the other, each in a write of its own. */
  async pressApart(pressed: readonly string[], gapMs = keyGapMs): Promise<void> {
    for (const [index, key] of pressed.entries()) {
      if (index > 0) await sleep(gapMs);
      this.write(key);
    }
  }

  /** Holds a key down: it repeats until the returned object is disposed of or the program has ended. */
  hold(key: string, everyMs = keyGapMs): Disposable {
    this.write(key);
    const timer = setInterval(() => this.isRunning && this.write(key), everyMs);
    return { [Symbol.dispose]: () => clearInterval(timer) };
  }

  /** Changes the size of the window. */
  resize(size: ScreenSize): void {
    // As terminals do it: the screen first, then the signal to the program.
    this.screen.resize(size);
    this.#pty.resize(size.columns, size.rows);
  }

  /** Sends a signal to the program alone; to its process group with `process.kill(-pid, signal)`. */
  kill(signal: NodeJS.Signals): void {
    if (this.isRunning) this.#pty.kill(signal);
  }

  /** Closes the terminal under the program, as closing a window does. */
  closeTerminal(): void {
    // There on every platform, but not in the package's types.
    (this.#pty as IPty & { destroy(): void }).destroy();
  }

  /** Waits until the visible rows show a text. */
  waitForText(wanted: string | RegExp): Promise<void> {
    const isShown = () => {
      const text = this.screen.visibleText();
      return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
    };
    return this.waitUntil(isShown, String(wanted));
  }

  /** Types text, then waits until the visible rows show what it leads to. */
  async type(text: string, wanted: string | RegExp): Promise<void> {
    this.write(text);
    await this.waitForText(wanted);
  }

  /**
   * Waits until a condition holds; it is tried whenever something was drawn and when the program ends.
   * @throws when the program ends without it, or after `waitTimeoutMs`: the message shows the screen
   */
  waitUntil(isTrue: () => boolean, what = String(isTrue)): Promise<void> {
    if (isTrue()) return Promise.resolve();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const fail = (why: string) =>
      reject(new Error(`Waited for ${what}, but ${why}. The screen shows:\n${this.screen.text()}`));
    const waiter: Waiter = { look: () => isTrue() && resolve(), fail };
    if (this.#exit) fail(`the program exited with ${this.#exit.exitCode}`);
    const timer = setTimeout(() => fail(`it did not come in ${waitTimeoutMs} ms`), waitTimeoutMs);
    this.#waiters.add(waiter);
    return promise.finally(() => {
      clearTimeout(timer);
      this.#waiters.delete(waiter);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.isRunning) this.#killGroup();
    await this.exit;
    this.screen.terminal.dispose();
    this.#home[Symbol.dispose]();
  }

  /** The whole group: what a shell has started must not go on. */
  #killGroup(): void {
    try {
      process.kill(-this.pid, 'SIGKILL');
    } catch (error) {
      // It has ended by itself, and its last output is on the way.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  #look(): void {
    for (const { look } of [...this.#waiters]) look();
  }
}
