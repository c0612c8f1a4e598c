import { keys } from '@helpcrunch-customer-kit/testing/keys';
import { PseudoTerminal } from '@helpcrunch-customer-kit/testing/pseudo-terminal';
import type { Draft } from '../faults/fault.ts';
import type { Claim, DriverContext } from './driver.ts';

/** Between two looks at the screen, in milliseconds. */
const lookMs = 10;
/** A program that writes without a change on the screen shows the same again: no longer wait, in milliseconds. */
const maxSameMs = 500;

/** What the screen showed before a key. */
export interface Snapshot {
  readonly text: string;
  readonly length: number;
}

/** The wizard in a pseudo-terminal, read as a person reads it. */
export class WizardTerminal extends PseudoTerminal {
  /** Everything on the screen and above it in one line: a sentence may be broken anywhere. */
  text(): string {
    // Without the gutter, so that a sentence is found across its rows.
    return this.screen
      .text()
      .replaceAll(/^[│└] /gmu, '')
      .replaceAll(/\s+/g, ' ');
  }

  /** Resolves once one of the patterns is shown, with its place in the list; -1 when the program ended first. */
  async sees(...patterns: readonly RegExp[]): Promise<number> {
    const place = () => {
      const shown = this.text();
      return patterns.findIndex((pattern) => pattern.test(shown));
    };
    await this.waitUntil(() => place() >= 0 || !this.isRunning, patterns.join(' or '));
    return place();
  }

  /** What the screen shows now, to wait for what comes after. */
  snapshot(): Snapshot {
    return { text: this.text(), length: this.output.length };
  }

  /** Waits for something new on the screen, then for one of the patterns: its place, or -1 when the program ended. */
  async seesAfter({ text, length }: Snapshot, ...patterns: readonly RegExp[]): Promise<number> {
    let writtenAt: number | undefined;
    while (this.isRunning && this.text() === text) {
      if (this.output.length > length) writtenAt ??= performance.now();
      if (writtenAt !== undefined && performance.now() - writtenAt > maxSameMs) break;
      await new Promise((done) => setTimeout(done, lookMs));
    }
    return this.sees(...patterns);
  }
}

export const { enter, up } = keys;
/** In the box of the notes, Enter adds a line. */
const done = (key: string | undefined) => (key === 'notes' ? keys.tab : enter);

/** The questions that come first, in order; the rest of the thirteen is skipped. */
const questions = ['name', 'email', 'userId', 'company', 'phone'] as const;

const last = 13;

/**
 * Answers some of the questions, and begins to answer another one. Returns what is entered for good by then: each answer
 * whose next question is there, and the text of the open field once it is on the screen. A program that is killed on the
 * spot cannot save at the end: it owes only what was answered before the last question.
 */
export async function fillIn(
  terminal: WizardTerminal,
  { draft, run, random }: DriverContext,
): Promise<Draft> {
  const answered = random.int(0, last - 1);
  let committed: Draft = {};
  let before: Draft = {};
  for (let question = 1; question <= answered; question += 1) {
    await terminal.sees(new RegExp(`\\(${question}/${last}\\)`));
    const key = questions[question - 1];
    const value = key && draft[key];
    terminal.write(`${typeof value === 'string' ? value : ''}${done(key)}`);
    before = committed;
    if (key && typeof value === 'string') committed = { ...committed, [key]: value };
  }
  await terminal.sees(new RegExp(`\\(${answered + 1}/${last}\\)`));
  const open = questions[answered];
  const begun = open && random.percent(70) ? random.word(random.int(1, 12)) : '';
  if (begun) {
    terminal.write(begun);
    await terminal.sees(new RegExp(`› ${begun}`));
  }
  if (run.stop?.signal === 'SIGKILL') return before;
  return open && begun ? { ...committed, [open]: begun } : committed;
}

/** What can be seen on the screen. */
export const shows = {
  review: /❯ Create the customer in/,
  /** Its keys are shown once they count. */
  question: /Create this customer in .*Do not create.*do not create/,
  riskyAnswer: /Create anyway/,
  safeAnswer: /❯ Do not create/,
  sendAnswer: /❯ Create(?: anyway)? Do not create/,
  check: /❯ Check whether it exists now/,
  sendAgain: /❯ Send it again/,
  notes: /❯ (?:[✗!] )?Notes /,
  result: /◆ (?:Result|Created with ID)|refused the customer/,
  resultOrWait: /◆ (?:Result|Created with ID)|refused the customer|Retrying in/,
} as const;

/** Moves until the row is selected. */
export async function select(terminal: WizardTerminal, row: RegExp, key: string = keys.down): Promise<void> {
  for (let moves = 0; moves < 40 && !row.test(terminal.text()); moves += 1) {
    const before = terminal.snapshot();
    terminal.write(key);
    await terminal.seesAfter(before, /❯/);
  }
}

/** From the result to the review, with another note, and back on the row that sends. */
export async function editNotes(terminal: WizardTerminal): Promise<void> {
  await select(terminal, /❯ Back to the review/);
  terminal.write(enter);
  await terminal.sees(/❯ Create the customer in/);
  await select(terminal, shows.notes, up);
  terminal.write(enter);
  await terminal.sees(/\(\d+\/\d+\)/);
  terminal.write('Corrected');
  await terminal.sees(/› Corrected/);
  terminal.write(done('notes'));
  await terminal.sees(/Notes +Corrected/);
}

/** What the wizard may claim about a create, as a person reads it. */
const claims: readonly (readonly [Claim, RegExp])[] = [
  ['yes', /The customer was created in HelpCrunch/],
  ['unknown', /The customer may have been created:/],
  ['no', /Nothing was sent|[Nn]o customer was created|none was created|Retrying in/],
];

/** The last claim on the screen counts. */
export function claimOn(screen: string): Claim {
  const found = claims.flatMap(([claim, pattern]) =>
    [...screen.matchAll(new RegExp(pattern, 'g'))].map(({ index }) => ({ claim, index })),
  );
  return found.toSorted((one, other) => other.index - one.index)[0]?.claim ?? 'none';
}

export function isLookedUp(screen: string): boolean {
  return /was created in HelpCrunch: a lookup found it/.test(screen);
}

export function createdId(screen: string): string | undefined {
  return /Its ID is (\S+?)\.(?:\s|$)/.exec(screen)?.[1];
}
