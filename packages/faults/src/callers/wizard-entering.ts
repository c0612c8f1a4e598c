import type { PseudoTerminal } from '../program/pseudo-terminal.ts';
import type { CallerContext } from './caller.ts';
import type { Draft } from './caller-name.ts';

export const enter = '\r';

/** The questions that come first, in their order; the rest of the thirteen is passed over. */
const questions = ['name', 'email', 'userId', 'company', 'phone'] as const;

const last = 13;

/**
 * Answers some of the questions, and begins to answer another one. Returns what is entered for good by then: an answer
 * whose next question is there, and what stands in the open field once it is on the screen. A program that is killed on
 * the spot has no last word: it owes only what was answered before the last question was.
 */
export async function fillIn(
  terminal: PseudoTerminal,
  { draft, play, random }: CallerContext,
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
  if (play.stop?.signal === 'SIGKILL') return before;
  return open && begun ? { ...committed, [open]: begun } : committed;
}
