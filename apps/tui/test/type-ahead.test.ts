import { expect, test } from 'vitest';
import { environmentOf, makeFolder } from './program.ts';
import { PtyProgram } from './pty-program.ts';

test('what is typed before the first frame is not echoed, and counts', async () => {
  await using home = await makeFolder();
  await using program = new PtyProgram({ environment: environmentOf(home.path, {}) });
  await program.waitForText('HelpCrunch Customer Kit');
  program.write('\r');
  await program.waitForText('Name (1/');
  expect(program.screen.visibleText().split('\n').filter(Boolean).slice(0, 3)).toEqual([
    'HelpCrunch Customer Kit',
    '  Account         Sandbox (local)',
    expect.stringContaining('Name (1/'),
  ]);
});
