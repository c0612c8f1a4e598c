import type { TerminalOptions } from '@helpcrunch-customer-kit/testing/pseudo-terminal';
import type { Contender } from './contenders.ts';
import { PtySession } from './pty-session.ts';

export interface OpenSessions extends AsyncDisposable {
  readonly sessions: Readonly<Record<string, PtySession>>;
}

/** Opens programs side by side, and waits until each takes keys and has come to rest. */
export async function openAll(
  contenders: Readonly<Record<string, Contender>>,
  options: TerminalOptions = {},
): Promise<OpenSessions> {
  const sessions: Record<string, PtySession> = {};
  for (const [name, { command, ready }] of Object.entries(contenders)) {
    const session = new PtySession(command, options);
    sessions[name] = session;
    await session.shows(ready);
    await session.quiet(100);
  }
  return {
    sessions,
    async [Symbol.asyncDispose]() {
      for (const session of Object.values(sessions)) await session[Symbol.asyncDispose]();
    },
  };
}
