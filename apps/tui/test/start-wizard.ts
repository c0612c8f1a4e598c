import { customerFields } from '@helpcrunch-customer-kit/core';
import { keys } from '@helpcrunch-customer-kit/testing/keys';
import type { Environment } from '@helpcrunch-customer-kit/testing/run-program';
import type { Screen, ScreenSize } from '@helpcrunch-customer-kit/testing/screen';
import { program } from './program.ts';
import { PtyProgram } from './pty-program.ts';

/** From any row of the review to the one that creates the customer. */
export const toCreate = [keys.home, ...customerFields.map(() => keys.down)];

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
  /** Presses keys 30 ms apart. */
  pressApart(keys: readonly string[]): Promise<void>;
  /** Types, presses Enter, and waits until the screen shows what should come of it. */
  answer(text: string, ...then: readonly string[]): Promise<void>;
  /** Waits until the screen shows all of it. */
  shows(...texts: readonly string[]): Promise<void>;
  /** Waits until something is so; it is looked at whenever something was drawn. */
  until(isThere: () => boolean): Promise<void>;
  resize(size: ScreenSize): void;
  readonly exit: Promise<number>;
}

/** Runs the program, outlives the signals that end it, and says afterwards how the terminal was left. */
const shell = 'trap : INT TERM HUP; "$@"; code=$?; stty -a; exit $code';

export async function startWizard({
  columns = 90,
  rows = 40,
  argv = [],
  ...options
}: WizardOptions = {}): Promise<Wizard> {
  const command = ['/bin/sh', '-c', shell, 'sh', process.execPath, program, ...argv] as const;
  const pty = new PtyProgram({ ...options, columns, rows, command: [...command] });
  const { screen } = pty;

  function shows(...texts: readonly string[]): Promise<void> {
    return pty.waitUntil(() => {
      const text = screen.text();
      return texts.every((part) => text.includes(part));
    }, JSON.stringify(texts));
  }

  return {
    screen,
    written: () => pty.output,
    signal: (name) => process.kill(-pty.pid, name),
    press: (...pressed) => pty.press(...pressed),
    pressApart: (pressed) => pty.pressApart(pressed),
    async answer(text, ...then) {
      pty.write(`${text}${keys.enter}`);
      await shows(...then);
    },
    shows,
    until: (isThere) => pty.waitUntil(isThere),
    resize: (size) => pty.resize(size),
    exit: pty.exit.then(({ exitCode }) => exitCode),
    [Symbol.asyncDispose]: () => pty[Symbol.asyncDispose](),
  };
}
