import type { ReadStream } from 'node:tty';
import { buildPayload } from '@helpcrunch-customer-kit/core';
import { createLiveKeys } from '../account/live-keys.ts';
import { exitCode } from '../command-line/exit-code.ts';
import { programName } from '../command-line/program-name.ts';
import type { CommandLine } from '../command-line/read-command-line.ts';
import { createDraftKeeper } from '../drafts/draft-keeper.ts';
import { resumeLine } from '../drafts/draft-words.ts';
import { systemDrafts } from '../drafts/system-drafts.ts';
import { watchCrashes } from '../drafts/watch-crashes.ts';
import { createRedactor } from '../keys/redactor.ts';
import { systemKeys } from '../keys/system-keys.ts';
import { readInput } from '../non-interactive/read-input.ts';
import { printable } from '../terminal/printable.ts';
import { watchTerminal } from '../terminal/watch-terminal.ts';
import { beginSession, freshSession } from './begin-session.ts';
import { createConversation } from './conversation.ts';
import { converse } from './converse.ts';
import { createLineReader } from './line-reader.ts';
import { progressOfSession, type Session } from './session.ts';

const welcome = [
  'HelpCrunch Customer Kit',
  'One question after the other; write the answer, then press Enter.',
  '< goes back, ? helps, Ctrl+C leaves and keeps what was entered.',
];

export interface AccessibleProcess {
  readonly process: NodeJS.Process;
  /** Where the answers come from: standard input, or the terminal when the customer comes through a pipe. */
  readonly keys: ReadStream;
}

/** Asks line by line: nothing that was written is ever touched again, and no byte steers the terminal. */
export async function openAccessible(
  commandLine: CommandLine,
  signal: AbortSignal,
  { process, keys }: AccessibleProcess,
): Promise<number> {
  const { stdin, stderr, env } = process;
  const { hide, learn: learnKey } = createRedactor(env);
  if (commandLine.from === '-' && keys === stdin) {
    stderr.write('The answers come from standard input, so the customer cannot: give --from a file.\n');
    return 2;
  }
  const { from, fields } = commandLine;
  const input = await readInput({ from, fields, stdin, signal });
  if (!input.ok) {
    stderr.write(signal.aborted ? 'Nothing was sent.\n' : `${printable(hide(input.problem))}\n`);
    return signal.aborted ? 130 : 2;
  }
  const crashes = watchCrashes(process);
  const ended = AbortSignal.any([signal, crashes.signal, watchTerminal({ stdin: keys, stderr })]);
  const reader = createLineReader({ input: keys, output: stderr, signal: ended });
  const talk = createConversation({ reader, output: stderr, hide });
  talk.say(...welcome, ...input.notes.map((sentence) => `Advice: ${sentence}`));

  const store = systemDrafts(process, hide);
  const fresh = freshSession(input.customer);
  const keeper = createDraftKeeper({
    store,
    start: progressOfSession(fresh),
    note: (sentence) => talk.say(sentence),
  });
  let session: Session = fresh;
  const { resume, sandbox } = commandLine;
  const beginning = await beginSession(fresh, store.list(), talk, { resume, issues: input.customer.issues });
  if (beginning) {
    if (beginning.draft) keeper.adopt(beginning.draft);
    const world = {
      environment: env,
      talk,
      liveKeys: createLiveKeys({
        environment: env,
        keys: systemKeys({ environment: env, signal: ended }),
        learnKey,
      }),
      now: Date.now,
      signal: ended,
      onSession(next: Session) {
        session = next;
        keeper.onState(progressOfSession(next));
      },
    };
    session = await Promise.race([
      converse(beginning.session, world, sandbox),
      untilCrash(crashes.signal),
    ]).then((end) => end ?? session);
  }
  reader.close();
  // The terminal itself, where it was opened beside a pipe, would keep the program waiting.
  if (keys !== stdin) keys.destroy();
  crashes.stop();
  const isKept = keeper.onEnd(progressOfSession(session));
  if (crashes.crash !== undefined) talk.say(`This program made a mistake. ${crashes.crash}`);
  if (session.outcome === undefined) talk.say('', 'Nothing was sent.');
  if (isKept) talk.say(resumeLine(programName(env)));
  else if (session.outcome?.outcome !== 'created') talk.say(...unsent(session));
  if (crashes.crash !== undefined) return 70;
  return session.outcome ? exitCode(session.outcome) : 130;
}

/** A mistake in a question would otherwise leave it waiting for ever. */
function untilCrash(signal: AbortSignal): Promise<undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  signal.addEventListener('abort', () => resolve(undefined));
  return promise;
}

/** What could be kept nowhere else, in a form that `--from` takes. */
function unsent({ draft }: Session): string[] {
  const payload = buildPayload(draft);
  if (Object.keys(payload).length === 0) return [];
  return ['What you entered, as --from takes it:', JSON.stringify(payload, null, 2)];
}
