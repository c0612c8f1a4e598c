import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

export interface PseudoTerminalOptions {
  readonly command: readonly [string, ...string[]];
  readonly environment: Record<string, string>;
}

/** A program in a pseudo-terminal, and somebody in front of it who reads its screen. */
export interface PseudoTerminal extends AsyncDisposable {
  write(text: string): void;
  kill(signal: string): void;
  /** Everything on the screen and above it, its lines joined: a sentence may be broken anywhere. */
  text(): string;
  /** Line by line. */
  lines(): string;
  /** Every byte that came. */
  output(): string;
  /** Resolves once one of the patterns is to be seen, with its place in the list; -1 when the program ended first. */
  sees(...patterns: readonly RegExp[]): Promise<number>;
  readonly exited: Promise<number>;
  readonly isRunning: boolean;
}

/** How long anything may take to appear, in milliseconds. */
const patience = 90_000;

export function openPseudoTerminal({ command, environment }: PseudoTerminalOptions): PseudoTerminal {
  const [file, ...args] = command;
  const size = { cols: 100, rows: 40 };
  const screen = new xterm.Terminal({ ...size, scrollback: 2000, allowProposedApi: true });
  const pty = spawn(file, args, { ...size, name: 'xterm-256color', env: environment });
  let output = '';
  let isRunning = true;
  let watchers: readonly (() => void)[] = [];
  const look = () => {
    for (const watcher of watchers) watcher();
  };
  pty.onData((data) => {
    output += data;
    screen.write(data, look);
  });
  const exited = new Promise<number>((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      screen.write('', () => {
        isRunning = false;
        look();
        resolve(signal ? 128 + signal : exitCode);
      });
    });
  });

  function lines(): string {
    const { active } = screen.buffer;
    const rows = Array.from({ length: active.length }, (_, row) =>
      active.getLine(row)?.translateToString(true),
    );
    return rows.join('\n').trimEnd();
  }
  const text = () => lines().replaceAll(/\s+/g, ' ');

  function sees(...patterns: readonly RegExp[]): Promise<number> {
    return new Promise((resolve, reject) => {
      const end = (finish: () => void) => {
        clearTimeout(timer);
        watchers = watchers.filter((other) => other !== watcher);
        finish();
      };
      const watcher = () => {
        const shown = text();
        const place = patterns.findIndex((pattern) => pattern.test(shown));
        if (place >= 0) end(() => resolve(place));
        else if (!isRunning) end(() => resolve(-1));
      };
      const timer = setTimeout(
        () => end(() => reject(new Error(`Waited for ${patterns.join(' or ')}, but it shows:\n${lines()}`))),
        patience,
      );
      watchers = [...watchers, watcher];
      watcher();
    });
  }

  return {
    write: (typed) => pty.write(typed),
    kill: (signal) => {
      if (isRunning) pty.kill(signal);
    },
    text,
    lines,
    output: () => output,
    sees,
    exited,
    get isRunning() {
      return isRunning;
    },
    async [Symbol.asyncDispose]() {
      if (isRunning) pty.kill('SIGKILL');
      await exited;
      screen.dispose();
    },
  };
}
