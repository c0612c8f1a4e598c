import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { program as built, environmentOf, makeFolder } from './program.ts';
import { PtyProgram } from './pty-program.ts';

test('a customer from a pipe is filled in, and the keys come from the terminal', async () => {
  await using home = await makeFolder();
  const file = join(home.path, 'ada.json');
  await writeFile(file, '{"name": "Ada Lovelace", "email": "nope"}');
  const command = `exec "$0" "$1" --from - < "$2"`;
  await using program = new PtyProgram({
    command: ['/bin/sh', '-c', command, process.execPath, built, file],
    environment: environmentOf(home.path, {}),
  });
  await program.waitForText('Sandbox');
  await program.type('\r', 'Email (2/');
  expect(program.screen.visibleText()).toContain('Not a valid email address: "nope"');
  await program.type('\u0015ada@example.com\r', 'Review');
  await program.type('\r', 'The customer was created');
  await program.type('\r', '');
  expect((await program.exit).exitCode).toBe(0);
});
