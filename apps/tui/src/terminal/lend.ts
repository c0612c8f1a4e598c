import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withoutKey } from '@helpcrunch-customer-kit/local';

/** The text as the editor left it, or why there is none. */
export type EditedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

/**
 * Opens a text in the person's editor ($VISUAL, then $EDITOR, then nano or vi) and waits until it closes. The file is in a
 * folder of its own that only this person can read, and is gone afterwards.
 */
export async function editInEditor(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<EditedText> {
  const named = environment['VISUAL'] || environment['EDITOR'];
  const editor = named || (process.platform === 'win32' ? 'notepad' : usualEditor);
  const notStarted: EditedText = {
    ok: false,
    message: named ? noEditor : 'No editor found. Set EDITOR to one.',
  };
  const folder = await mkdtemp(join(tmpdir(), 'helpcrunch-notes-'));
  try {
    const file = join(folder, 'notes.txt');
    await writeFile(file, text, { mode: 0o600 });
    const code = await lendInterrupts(process, () => run(editor, file, withoutKey(environment)));
    if (code !== null && notStartedCodes.has(code)) return notStarted;
    if (code === null) return { ok: false, message: 'The editor was stopped. Nothing changed.' };
    if (code !== 0) return { ok: false, message: `The editor failed (exit code ${code}). Nothing changed.` };
    // Editors add a line break at the end of a file.
    return { ok: true, text: (await readFile(file, 'utf8')).replace(/\r?\n$/, '') };
  } catch {
    return notStarted;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** For a shell: the first of the two that there is. */
const usualEditor = 'editor=$(command -v nano || command -v vi) || exit 127; "$editor"';

const noEditor = "The editor can't be started. Check EDITOR.";

/** The exit codes of a shell for a program that does not exist or cannot run. */
const notStartedCodes: ReadonlySet<number> = new Set([126, 127]);

/** The variable may hold arguments (`code --wait`), so a shell reads it; the file's name is an argument of its own. */
function run(editor: string, file: string, env: NodeJS.ProcessEnv): Promise<number | null> {
  const child =
    process.platform === 'win32'
      ? spawn(`${editor} "${file}"`, { shell: true, stdio: 'inherit', env })
      : // The shell outlives what Ctrl+C sends to all of them, and waits for the editor to answer it.
        spawn('/bin/sh', ['-c', `trap : INT QUIT; ${editor} "$1"`, 'sh', file], { stdio: 'inherit', env });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
}

const interrupts = ['SIGINT', 'SIGQUIT'] as const;

const ignore = () => {};

/**
 * While another program has the terminal, what Ctrl+C and Ctrl+\ send is meant for it: the system sends it to both, and
 * here nothing listens until the work is done.
 */
async function lendInterrupts<Result>(process: NodeJS.Process, work: () => Promise<Result>): Promise<Result> {
  const listeners = interrupts.map((name) => ({ name, own: process.listeners(name) }));
  for (const { name } of listeners) {
    // In this order: without a listener at all, the system would end the program.
    process.on(name, ignore);
    for (const listener of process.listeners(name)) if (listener !== ignore) process.off(name, listener);
  }
  try {
    return await work();
  } finally {
    for (const { name, own } of listeners) {
      for (const listener of own) process.on(name, listener);
      process.off(name, ignore);
    }
  }
}

/** Stops the job, as Ctrl+Z does where the terminal is not raw, and returns when the shell continues it. */
export function suspendProcess(process: NodeJS.Process): Promise<void> {
  // Windows has no jobs to stop.
  if (process.platform === 'win32') return Promise.resolve();
  return new Promise((resolve) => {
    // Waiting for a signal alone does not keep Node running.
    const alive = setInterval(() => {}, 60_000);
    process.once('SIGCONT', () => {
      clearInterval(alive);
      resolve();
    });
    // The whole group: the script runner that started this program has to stop with it, or the shell would not notice.
    process.kill(0, 'SIGTSTP');
  });
}
