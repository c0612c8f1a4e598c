import type { TerminalOptions } from '@helpcrunch-customer-kit/testing/pseudo-terminal';
import { wizardAsking } from './programs.ts';
import { PtySession } from './pty-session.ts';

const fields = 13;

/** Walks the wizard from its first field to a customer in the sandbox; two answers, all else skipped. */
export async function walkWizard(options: TerminalOptions = {}): Promise<PtySession> {
  const session = new PtySession(wizardAsking.command, options);
  await session.shows('Name (1/');
  const answers = ['Ada Lovelace', 'ada@example.com'];
  for (let field = 1; field <= fields; field += 1) {
    const from = session.output.length;
    const answer = answers[field - 1] ?? '';
    // A letter and an Enter in one go would be a paste.
    for (const letter of answer) {
      const before = session.output.length;
      session.write(letter);
      await session.shows('\u001b[?2026l', before);
    }
    session.write('\r');
    await session.shows(field === fields ? 'Review' : `(${field + 1}/`, from);
    await session.quiet(40);
  }
  session.write('\u001b[H');
  await session.quiet(40);
  session.write('\r');
  await session.shows('Its ID is 1.');
  return session;
}
