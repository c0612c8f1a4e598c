import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withoutKey } from '@helpcrunch-customer-kit/local';
import { lendInterrupts } from './lend-interrupts.ts';

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
