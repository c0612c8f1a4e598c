import type { PseudoTerminal } from '../program/pseudo-terminal.ts';
import type { Claim, DriverContext } from './driver.ts';
import type { Draft } from './driver-name.ts';

export const enter = '\r';

/** The questions that come first, in order; the rest of the thirteen is skipped. */
const questions = ['name', 'email', 'userId', 'company', 'phone'] as const;

const last = 13;

/**
 * Answers some of the questions, and begins to answer another one. Returns what is entered for good by then: each answer
 * whose next question is there, and the text of the open field once it is on the screen. A program that is killed on the
 * spot cannot save at the end: it owes only what was answered before the last question.
 */
export async function fillIn(
  terminal: PseudoTerminal,
  { draft, run, random }: DriverContext,
): Promise<Draft> {
  const answered = random.int(0, last - 1);
  let committed: Draft = {};
  let before: Draft = {};
  for (let question = 1; question <= answered; question += 1) {
    await terminal.sees(new RegExp(`\\(${question}/${last}\\)`));
    const key = questions[question - 1];
    const value = key && draft[key];
    terminal.write(`${typeof value === 'string' ? value : ''}${enter}`);
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

/** What the wizard may claim about a create, as a person reads it; the last claim counts. */
const claims: readonly (readonly [Claim, RegExp])[] = [
  ['yes', /The customer was created in HelpCrunch/g],
  ['unknown', /The customer may have been created/g],
  ['no', /Nothing was sent/g],
  ['no', /none was created/g],
  ['no', /[Nn]o customer was created/g],
  // A 429 is a definite no; the wizard counts down to another try of its own.
  ['no', /No more requests for the moment/g],
];

/** Matches once the screen claims anything. */
export const claimPatterns: readonly RegExp[] = claims.map(([, { source }]) => new RegExp(source));

export function claimOn(screen: string): Claim {
  const found = claims.flatMap(([claim, pattern]) =>
    [...screen.matchAll(pattern)].map(({ index }) => ({ claim, index })),
  );
  return found.toSorted((one, other) => other.index - one.index)[0]?.claim ?? 'none';
}
