import type { ReadStream } from 'node:tty';
import { hideInJson, type JsonValue, type ReadCustomer, type Redactor } from '@helpcrunch-customer-kit/core';
import {
  createDraftKeeper,
  createLedgers,
  createRedactor,
  systemDrafts,
  systemKeys,
  withLedgerMarks,
} from '@helpcrunch-customer-kit/local';
import { openHistory, systemStateFolder } from '@helpcrunch-customer-kit/local/ledger';
import { createLiveKeys, liveAccess } from '../account/live-account.ts';
import type { CreateOptions } from '../command-line/create-options.ts';
import { programName } from '../command-line/program.ts';
import { resumeLine, takenDraftAdvice } from '../drafts/draft-messages.ts';
import { readInput } from '../non-interactive/read-input.ts';
import { hang } from '../render/layout.ts';
import { lineWidth, type OpenRenderer, type Size } from '../render/view.ts';
import { colorLevel, watchCrashes, watchTerminal } from '../terminal/watch-terminal.ts';
import { printable, stripControls } from '../text/printable.ts';
import { initialState } from '../wizard/initial-state.ts';
import { beginWith } from '../wizard/screens/resume.ts';
import { reduceWizard } from '../wizard/wizard.ts';
import { closingLines, keepWizard, progressOf, unsentText } from './closing.ts';
import { saveCompiledCode } from './compiled-code.ts';
import { runWizard, type WizardEnd } from './run-wizard.ts';

/** The process that the wizard runs in, and the terminal that its keys come from. */
export interface WizardProcess {
  readonly process: NodeJS.Process;
  readonly keys: ReadStream;
  readonly mode: 'wizard' | 'lines';
}

/**
 * Reads what is filled in already, runs the wizard, drawn or line by line, and leaves nothing behind that was typed in
 * vain.
 */
export async function openWizard(
  options: CreateOptions,
  signal: AbortSignal,
  { process, keys, mode }: WizardProcess,
): Promise<number> {
  const { stdin, stderr, env } = process;
  if (mode === 'lines' && options.from === '-' && keys === stdin) {
    stderr.write('Standard input has the answers, so it cannot have the customer. Use --from FILE.\n');
    return 2;
  }
  const input = await readInput({ from: options.from, fields: options.fields, stdin: () => stdin, signal });
  const redactor = createRedactor(env);
  const { hide, learn: learnKey } = redactor;
  if (!input.ok) {
    stderr.write(signal.aborted ? 'Nothing was sent.\n' : `${printable(hide(input.message))}\n`);
    return signal.aborted ? 130 : 2;
  }
  // Until here Ctrl+C had to end the wait for the input.
  if (mode === 'wizard') keys.setRawMode(true);
  const store = systemDrafts(process, hide);
  const fresh = initialState({
    live: liveAccess(env),
    customer: withoutKeys(input.customer, hide),
    notes: input.notes,
    given: options.sandbox === false ? undefined : 'sandbox',
    sandboxUrl: typeof options.sandbox === 'string' ? options.sandbox : undefined,
    now: Date.now(),
  });
  const history = openHistory({ folder: systemStateFolder(process) });
  const saved = await withLedgerMarks(await store.list(), history);
  const { state: beginning, draft } = beginWith(fresh, saved, options.resume);
  /** What the disk has against drafts, until it is reported. */
  const diskNotes: string[] = [];
  const keeper = createDraftKeeper({
    store,
    start: progressOf(fresh),
    note: (message) => diskNotes.push(message),
  });
  const isTaken = draft !== undefined && !keeper.adopt(draft);
  const start = isTaken
    ? reduceWizard(beginning, { kind: 'noted', message: takenDraftAdvice }).state
    : beginning;

  const crashes = watchCrashes(process);
  const ended = AbortSignal.any([signal, crashes.signal, watchTerminal({ stdin: keys, stderr })]);
  const keepState = keepWizard(keeper);
  let latest = start;
  // At once: whatever ends the program may leave no time for leaving in good order.
  ended.addEventListener('abort', () => keeper.onEnd(progressOf(latest)));
  // A keychain that is still asked when the wizard is left must not keep the program.
  const over = new AbortController();
  const keychain = systemKeys({ environment: env, signal: AbortSignal.any([ended, over.signal]) });
  const ledgers = createLedgers({
    process,
    hide,
    noLedger: options.noLedger,
    takeOver: options.takeOver,
  });
  const end = await runWizard(start, {
    environment: env,
    open: await rendererOf(mode, { keys, stderr, env, signal: ended, redactor }),
    output: stderr,
    signal: ended,
    onState(state) {
      latest = state;
      keepState(state);
      return diskNotes.splice(0);
    },
    adoptDraft: keeper.adopt,
    removeDraft: store.remove,
    showEntry: (id) => showEntry(history, id),
    hide,
    liveKeys: createLiveKeys({ environment: env, keys: keychain, learnKey }),
    ledgers,
  }).catch((error: unknown): WizardEnd => {
    // As an unhandled rejection it would arrive after the crash was reported.
    crashes.take(error);
    return { state: latest, exitCode: 130 };
  });
  over.abort();
  await ledgers.idle();
  crashes.stop();
  // The terminal itself, where it was opened beside a pipe, would keep the program waiting.
  if (keys !== stdin) keys.destroy();
  const isKept = keeper.onEnd(progressOf(end.state));
  const lines = [
    ...(crashes.crash === undefined ? [] : [`Internal error. ${crashes.crash}`]),
    ...[...closingLines(end.state), ...diskNotes].flatMap((line) =>
      mode === 'lines' ? [line] : closingRows(line, stderr),
    ),
    ...(isKept ? [resumeLine(programName(env))] : unsentText(end.state)),
  ];
  stderr.write(lines.map((line) => `${stripControls(hide(line))}\n`).join(''));
  return crashes.crash === undefined ? end.exitCode : 70;
}

/** A sentence in rows, as on the screen before; what follows an arrow hangs behind it. */
function closingRows(line: string, size: Size): readonly string[] {
  const [, arrow, sentence = ''] = /^(?:(→) )?(.*)$/su.exec(line) ?? [];
  return hang(sentence, lineWidth(size), arrow);
}

/** What the ledger has of a create, a line each. */
async function showEntry(history: ReturnType<typeof openHistory>, id: string): Promise<readonly string[]> {
  const { entryDetails, toEntryResult } = await import('../commands/history/entry.ts');
  const entry = await history.show(id);
  return entry ? entryDetails(toEntryResult(entry), Date.now()) : [`The ledger has no entry ${id}.`];
}

/** A key that a file or a flag filled in never gets into the wizard. */
function withoutKeys(customer: ReadCustomer, hide: Redactor['hide']): ReadCustomer {
  return hideInJson(customer as unknown as JsonValue, hide) as unknown as ReadCustomer;
}

interface RendererOptions {
  readonly keys: ReadStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly redactor: Redactor;
}

/** Loaded on demand: line mode needs neither Ink nor React. */
async function rendererOf(
  mode: WizardProcess['mode'],
  { keys, stderr, env, signal, redactor }: RendererOptions,
): Promise<OpenRenderer> {
  if (mode === 'lines') {
    const { openLines } = await import('../render/lines/open-lines.ts');
    return openLines({ input: keys, output: stderr, signal, hide: redactor.hide });
  }
  // Ink asks these before it is loaded, and looks at the wrong stream: the wizard is drawn on standard error.
  env['FORCE_COLOR'] ??= colorLevel(stderr.getColorDepth(), env);
  const { openInk } = await import('../render/ink/open-ink.ts');
  const open = openInk(keys, stderr, redactor);
  return (machine) => {
    setImmediate(saveCompiledCode);
    return open(machine);
  };
}
