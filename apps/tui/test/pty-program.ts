import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

export interface PtyOptions {
  readonly arguments?: readonly string[];
  /** A program and its arguments in place of the built one. */
  readonly command?: readonly [string, ...string[]];
  readonly environment?: Readonly<Record<string, string>>;
  readonly columns?: number;
  readonly rows?: number;
}

/** How a program in a pseudo-terminal ended. */
export interface PtyExit {
  readonly exitCode: number;
  readonly signal: number | undefined;
}

/** The built program in a real pseudo-terminal, its screen kept by a real terminal emulator. */
export class PtyProgram implements Disposable {
  readonly terminal: xterm.Terminal;
  /** Everything that was written to the terminal, as it came. */
  output = '';
  readonly exited: Promise<PtyExit>;
  /** Where this program keeps its drafts, unless its environment says otherwise: it meets nobody else's. */
  readonly stateHome: string = mkdtempSync(join(tmpdir(), 'helpcrunch-state-'));
  readonly #pty: IPty;
  readonly #watchers = new Set<() => void>();

  constructor(options: PtyOptions = {}) {
    const { columns: cols = 80, rows = 24 } = options;
    this.terminal = new xterm.Terminal({ cols, rows, allowProposedApi: true });
    const built = [process.execPath, resolve('dist/main.js'), ...(options.arguments ?? [])] as const;
    const [command, ...rest] = options.command ?? built;
    this.#pty = spawn(command, rest, {
      cols,
      rows,
      name: options.environment?.['TERM'] ?? 'xterm-256color',
      env: {
        PATH: process.env['PATH'] ?? '',
        TERM: 'xterm-256color',
        XDG_STATE_HOME: this.stateHome,
        // Nobody's key is met, either.
        HELPCRUNCH_NO_KEYCHAIN: '1',
        ...options.environment,
      },
    });
    this.#pty.onData((data) => {
      this.output += data;
      this.terminal.write(data, () => this.#notify());
    });
    this.exited = new Promise((done) => {
      this.#pty.onExit(({ exitCode, signal }) => {
        // What is still on its way to the emulator is on the screen first.
        this.terminal.write('', () => done({ exitCode, signal }));
      });
    });
  }

  write(text: string): void {
    this.#pty.write(text);
  }

  resize(columns: number, rows: number): void {
    this.terminal.resize(columns, rows);
    this.#pty.resize(columns, rows);
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
    const { active } = this.terminal.buffer;
    const rows = Array.from({ length: this.terminal.rows }, (_, row) =>
      active.getLine(active.baseY + row)?.translateToString(true),
    );
    return rows.join('\n').trimEnd();
  }

  /** Everything, what has scrolled out of sight included. */
  scrollback(): string {
    const { active } = this.terminal.buffer;
    return Array.from({ length: active.length }, (_, row) => active.getLine(row)?.translateToString(true))
      .join('\n')
      .trimEnd();
  }

  /** Waits until the screen shows a text; fails with what it shows instead when the program ends first. */
  waitFor(wanted: string | RegExp): Promise<void> {
    const isShown = () =>
      typeof wanted === 'string' ? this.screen().includes(wanted) : wanted.test(this.screen());
    return new Promise((done, fail) => {
      const look = () => {
        if (!isShown()) return;
        this.#watchers.delete(look);
        done();
      };
      this.#watchers.add(look);
      void this.exited.then(() => {
        look();
        if (this.#watchers.delete(look))
          fail(new Error(`ended without showing ${wanted}:\n${this.scrollback()}`));
      });
      look();
    });
  }

  /** Types, then waits for what that leads to. */
  async type(text: string, wanted: string | RegExp): Promise<void> {
    this.write(text);
    await this.waitFor(wanted);
  }

  [Symbol.dispose](): void {
    this.#pty.kill();
    this.terminal.dispose();
    rmSync(this.stateHome, { recursive: true, force: true });
  }

  #notify(): void {
    for (const look of [...this.#watchers]) look();
  }
}
