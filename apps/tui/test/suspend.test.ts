import { test } from 'vitest';
import { program } from './program.ts';
import { PtyProgram } from './pty-program.ts';

/** A person's shell, with jobs; the wizard is started by typing its command. */
function startShell(): PtyProgram {
  return new PtyProgram({
    command: ['bash', '--norc', '--noprofile', '-i'],
    columns: 100,
    rows: 40,
    environment: { PS1: 'shell> ', node: process.execPath, program, HISTFILE: '' },
  });
}

test.runIf(process.platform !== 'win32')(
  'Ctrl+Z gives the shell its terminal back, and fg brings the wizard back whole',
  async () => {
    await using shell = startShell();
    await shell.waitForText('shell>');
    await shell.type('"$node" "$program" --sandbox\r', 'Name (1/');
    await shell.type('Ad', '› Ad');
    await shell.type('\u001a', 'Stopped');
    // The shell echoes, edits and runs as before.
    await shell.type('echo typed-in-$((40 + 2))\r', 'typed-in-42');
    await shell.type('fg\r', /typed-in-42.*Name \(1\/.*› Ad/su);
    await shell.type('a', '› Ada');
    await shell.type('\u0003', 'Your draft is kept.');
    await shell.type('echo left-with-$?\r', 'left-with-130');
  },
);
