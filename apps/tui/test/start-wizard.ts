import pty from '@lydell/node-pty';
import { type Environment, environmentOf, makeFolder, program } from './program.ts';
import { openScreen, type Screen, type ScreenSize } from './screen.ts';

export interface WizardOptions extends Partial<ScreenSize> {
  readonly argv?: readonly string[];
  readonly environment?: Environment;
  /** A folder for drafts; one of its own, gone at the end, when there is none. */
  readonly home?: string;
}

/** The built wizard in a pseudo-terminal, and the person in front of it. */
export interface Wizard extends AsyncDisposable {
  readonly screen: Screen;
  /** Everything that came out, byte by byte. */
  readonly written: () => string;
  /** Sends a signal to the program. */
  signal(name: NodeJS.Signals): void;
  /** Presses and types: what the keys send. */
  press(...keys: readonly string[]): void;
  /** Types, presses Enter, and waits until the screen shows what should come of it. */
  answer(text: string, ...then: readonly string[]): Promise<void>;
  /** Waits until the screen shows all of it. */
  shows(...texts: readonly string[]): Promise<void>;
  /** Waits until something is so; it is looked at whenever something was drawn. */
  until(isThere: () => boolean): Promise<void>;
  resize(size: ScreenSize): void;
  readonly exited: Promise<number>;
}

export const keys = {
  enter: '\r',
  escape: '\u001b',
  tab: '\t',
  shiftTab: '\u001b[Z',
  up: '\u001b[A',
  down: '\u001b[B',
  left: '\u001b[D',
  home: '\u001b[H',
  end: '\u001b[F',
  ctrlC: '\u0003',
  backspace: '\u007f',
} as const;

/** How long the screen may take to show something before the test gives up, in milliseconds. */
const patience = 10_000;

/** Runs the program, outlives the signals that end it, and says afterwards how the terminal was left. */
const shell = 'trap : INT TERM HUP; "$@"; code=$?; stty -a; exit $code';

interface Waiting {
  readonly isThere: () => boolean;
  readonly done: () => void;
  readonly fail: (reason: Error) => void;
}

export async function startWizard(options: WizardOptions = {}): Promise<Wizard> {
  const { columns = 90, rows = 40, argv = [], environment = {} } = options;
  const folder = options.home === undefined ? await makeFolder() : undefined;
  const env = environmentOf(options.home ?? folder?.path ?? '', environment);
  const screen = openScreen({ columns, rows });
  const terminal = pty.spawn('/bin/sh', ['-c', shell, 'sh', process.execPath, program, ...argv], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    env,
  });

  let written = '';
  let end: number | undefined;
  let waiting: readonly Waiting[] = [];
  const look = () => {
    const arrived = waiting.filter(({ isThere }) => isThere());
    waiting = waiting.filter((one) => !arrived.includes(one));
    for (const { done } of arrived) done();
  };
  const drawn = { last: Promise.resolve() };
  terminal.onData((data) => {
    written += data;
    drawn.last = screen.write(data).then(look);
  });
  const exited = new Promise<number>((resolve) => {
    terminal.onExit(({ exitCode }) => {
      // What was written last may still be on its way to the screen.
      void drawn.last.then(() => {
        end = exitCode;
        for (const { fail } of waiting)
          fail(new Error(`It ended with ${exitCode}, showing:\n${screen.text()}`));
        resolve(exitCode);
      });
    });
  });

  function shows(...texts: readonly string[]): Promise<void> {
    return until(() => {
      const text = screen.text();
      return texts.every((part) => text.includes(part));
    }, JSON.stringify(texts));
  }

  function until(isThere: () => boolean, what = String(isThere)): Promise<void> {
    if (isThere()) return Promise.resolve();
    const { promise, resolve: done, reject: fail } = Promise.withResolvers<void>();
    const sight = () => new Error(`Waited for ${what}, but the screen shows:\n${screen.text()}`);
    if (end !== undefined) fail(sight());
    const timer = setTimeout(() => fail(sight()), patience);
    waiting = [...waiting, { isThere, done, fail }];
    return promise.finally(() => clearTimeout(timer));
  }

  return {
    screen,
    written: () => written,
    signal: (name) => process.kill(-terminal.pid, name),
    press: (...pressed) => terminal.write(pressed.join('')),
    async answer(text, ...then) {
      terminal.write(`${text}${keys.enter}`);
      await shows(...then);
    },
    shows,
    until: (isThere) => until(isThere),
    resize(size) {
      // As terminals do it: the screen first, then word to the program.
      screen.resize(size);
      terminal.resize(size.columns, size.rows);
    },
    exited,
    async [Symbol.asyncDispose]() {
      if (end === undefined) terminal.kill('SIGKILL');
      await exited;
      await folder?.[Symbol.asyncDispose]();
    },
  };
}
