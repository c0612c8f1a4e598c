import { chmod, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keys } from '@helpcrunch-customer-kit/testing/keys';
import type { TemporaryFolder } from '@helpcrunch-customer-kit/testing/temporary-folder';
import { expect, test } from 'vitest';
import { makeFolder } from './program.ts';
import { startWizard, type Wizard } from './start-wizard.ts';

const ctrlO = '\u000f';
const key = 'canary-key-that-must-not-leak';

/** An editor as a shell script, the file to edit in `$1`. */
async function editor(folder: TemporaryFolder, script: string): Promise<string> {
  const path = join(folder.path, 'editor');
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o700);
  return path;
}

/** The wizard with its notes open. */
async function atNotes(environment: Readonly<Record<string, string>>): Promise<Wizard> {
  const wizard = await startWizard({
    argv: ['--sandbox', '--name', 'Ada', '--notes', 'the old note'],
    environment: { HELPCRUNCH_API_KEY: key, ...environment },
  });
  await wizard.shows('❯ Create the customer');
  wizard.press(keys.home);
  await wizard.shows('❯   Name');
  const chosen = () => /❯ .*/u.exec(wizard.screen.text())?.[0];
  while (chosen() !== '❯   Notes           the old note') {
    const before = chosen();
    wizard.press(keys.down);
    await wizard.until(() => chosen() !== before && chosen() !== undefined);
  }
  await wizard.answer('', '› the old note');
  return wizard;
}

test('Ctrl+O opens the notes in the editor, and takes over what it left, without the line break at the end', async () => {
  await using folder = await makeFolder();
  const EDITOR = await editor(folder, `sed 's/old/new/' "$1" > "$1.2" && mv "$1.2" "$1" && echo >> "$1"`);
  await using wizard = await atNotes({ EDITOR });
  wizard.press(ctrlO);
  await wizard.shows('› the new note');
  wizard.press(keys.tab);
  await wizard.shows('Notes           the new note');
});

test('the editor has the terminal as it was before, and the wizard has it afterwards', async () => {
  await using folder = await makeFolder();
  const EDITOR = await editor(
    folder,
    'printf "Which word? "; read word; stty -a > "$(dirname "$0")/stty"; echo "$word" > "$1"',
  );
  await using wizard = await atNotes({ EDITOR });
  wizard.press(ctrlO);
  await wizard.shows('Which word?');
  expect(wizard.screen.bracketedPaste).toBe(false);
  await wizard.answer('typed by a person', '› typed by a person');
  expect(await readFile(join(folder.path, 'stty'), 'utf8')).toMatch(/ icanon .* echo /su);
  expect(wizard.screen.bracketedPaste).toBe(true);
  // Keys are the wizard's again.
  wizard.press('!');
  await wizard.shows('› typed by a person!');
});

test('while an editor has a window of its own the terminal says what it waits for, and forgets it afterwards', async () => {
  await using folder = await makeFolder();
  const EDITOR = await editor(folder, 'while [ ! -e "$(dirname "$0")/closed" ]; do sleep 0.05; done');
  await using wizard = await atNotes({ EDITOR });
  wizard.press(ctrlO);
  await wizard.shows('Waiting until the editor closes…');
  await writeFile(join(folder.path, 'closed'), '');
  await wizard.shows('› the old note');
  expect(wizard.screen.text()).not.toContain('Waiting until');
});

test("Ctrl+C within the editor is the editor's, and ends the wizard again afterwards", async () => {
  await using folder = await makeFolder();
  const EDITOR = await editor(
    folder,
    `trap 'echo " heard: $word"' INT; echo ready; while ! read word; do :; done; echo "$word" > "$1"`,
  );
  await using wizard = await atNotes({ EDITOR });
  wizard.press(ctrlO);
  await wizard.shows('ready');
  wizard.press(keys.ctrlC);
  await wizard.shows('heard:');
  await wizard.answer('typed after it', '› typed after it');
  wizard.press(keys.ctrlC);
  expect(await wizard.exit).toBe(130);
});

test('an editor that Ctrl+C ends changes nothing, and ends nothing else', async () => {
  await using folder = await makeFolder();
  const EDITOR = await editor(folder, 'echo spoilt > "$1"; echo ready; read word');
  await using wizard = await atNotes({ EDITOR });
  wizard.press(ctrlO);
  await wizard.shows('ready');
  wizard.press(keys.ctrlC);
  await wizard.shows('Nothing changed.', '› the old note');
});

test('only this user can read the file, and it is gone afterwards; the key is not shown to the editor', async () => {
  await using folder = await makeFolder();
  const EDITOR = await editor(
    folder,
    'cd "$(dirname "$0")"; ls -l "$1" > seen; env >> seen; echo done > "$1"',
  );
  await using wizard = await atNotes({ EDITOR, TMPDIR: folder.path });
  wizard.press(ctrlO);
  await wizard.shows('› done');
  const seen = await readFile(join(folder.path, 'seen'), 'utf8');
  expect(seen).toMatch(/^-rw-------/u);
  expect(seen).not.toContain(key);
  expect((await readdir(folder.path)).toSorted()).toEqual(['editor', 'seen']);
});

test.each([
  ['an editor that fails', 'exit 3', 'The editor failed (exit code 3). Nothing changed.'],
  ['an editor that is killed', 'kill -9 $$', 'Nothing changed.'],
])('%s changes nothing', async (_name, script, message) => {
  await using folder = await makeFolder();
  const EDITOR = await editor(folder, `echo spoilt > "$1"; ${script}`);
  await using wizard = await atNotes({ EDITOR });
  wizard.press(ctrlO);
  await wizard.shows(message, '› the old note');
});

test('an editor that is not there is reported, and changes nothing', async () => {
  await using wizard = await atNotes({ EDITOR: '/does/not/exist' });
  wizard.press(ctrlO);
  await wizard.shows("The editor can't be started. Check EDITOR.", '› the old note');
});

test('without an editor the wizard says how to name one', async () => {
  await using empty = await makeFolder();
  await using wizard = await atNotes({ PATH: empty.path });
  wizard.press(ctrlO);
  await wizard.shows('No editor found. Set EDITOR to one.', '› the old note');
});

test.each(['nano', 'vi'])('where none is named, %s opens the notes', async (name) => {
  await using folder = await makeFolder();
  await rename(await editor(folder, 'echo "edited by $(command -v $0)" > "$1"'), join(folder.path, name));
  await using wizard = await atNotes({ PATH: folder.path });
  wizard.press(ctrlO);
  await wizard.shows(`› edited by ${folder.path}/${name}`);
});

test('$VISUAL goes first, and either may hold arguments', async () => {
  await using wizard = await atNotes({ VISUAL: 'sed -i.before s/old/new/', EDITOR: 'false' });
  wizard.press(ctrlO);
  await wizard.shows('› the new note');
});

test('text that no terminal should see comes back without it', async () => {
  await using folder = await makeFolder();
  const EDITOR = await editor(folder, String.raw`printf 'two\nlines \033[31mred\a' > "$1"`);
  await using wizard = await atNotes({ EDITOR });
  wizard.press(ctrlO);
  await wizard.shows('two', 'lines red');
  expect(wizard.written()).not.toContain('\u001b[31mred');
});
