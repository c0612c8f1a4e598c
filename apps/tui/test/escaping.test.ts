import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keys } from '@helpcrunch-customer-kit/testing/keys';
import { serve } from '@helpcrunch-customer-kit/testing/servers';
import { expect, test } from 'vitest';
import { startLines } from './line-mode.ts';
import { makeFolder } from './program.ts';
import { runProgram } from './run-program.ts';
import { startWizard } from './start-wizard.ts';

/** Clears the screen, sets the title, turns the direction, in 7 and 8 bits. */
const hostile = 'A\u001b[2J\u001b]0;owned\u0007\u009d0;owned\u009c\u009b2J\u202eB\u2066\u007fC';

/** What none of ours ever writes: the wizard's own sequences neither ring nor set a title, and have 7 bits. */
const obeyed = [
  '\u001b]0',
  '\u001b[2J',
  '\u0007',
  '\u0008',
  '\u007f',
  '\u009b',
  '\u009c',
  '\u009d',
  '\u202e',
  '\u2066',
];
/** What a script's output never has, besides line breaks. */
const unprintable = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const customer = {
  name: hostile,
  email: 'ada@example.com',
  notes: hostile,
  customData: { [hostile]: hostile },
};

/** Repeats hostile text in every answer, once as it is and once as a refusal. */
function serveHostile(status: 201 | 400) {
  return serve((request, response) => {
    const found = [{ id: 9, name: hostile, email: 'ada@example.com' }];
    const created = { ...customer, id: hostile };
    const refused = { errors: [{ code: hostile, message: hostile }] };
    const body = request.url?.endsWith('/search')
      ? { data: found, total: 1 }
      : status === 201
        ? created
        : refused;
    response.writeHead(request.url?.endsWith('/search') ? 200 : status).end(JSON.stringify(body));
  });
}

test.each([
  ['a create, refused', 400, ['--from', '-', '--yes']],
  ['a create, refused, as JSON', 400, ['--from', '-', '--yes', '--json']],
  ['a create', 201, ['--name', 'Ada', '--email', 'ada@example.com', '--yes']],
  ['a create, as JSON', 201, ['--name', 'Ada', '--email', 'ada@example.com', '--yes', '--json']],
  ['a dry run', 201, ['--from', '-', '--dry-run']],
  ['a dry run, as JSON (case 22)', 201, ['--from', '-', '--dry-run', '--json']],
  ['no consent', 201, ['--notes', hostile, '--email', 'ada@example.com']],
  ['an unknown option', 201, [`--${hostile}`]],
  ['an unknown word', 201, [hostile]],
  ['a file that is not there', 201, ['--from', hostile]],
  ['a file that is not there, as JSON', 201, ['--from', hostile, '--json']],
  ['history', 201, ['history', 'show', hostile]],
  ['forgotten drafts', 201, ['--forget']],
] as const)('nothing that is written steers a terminal: %s', async (_name, status, argv) => {
  await using server = await serveHostile(status);
  await using home = await makeFolder();
  const { stdout, stderr } = await runProgram(argv, {
    stdin: JSON.stringify(customer),
    environment: {
      HELPCRUNCH_API_KEY: 'some-key-0123456789',
      HELPCRUNCH_BASE_URL: server.baseUrl,
      HELPCRUNCH_STATE_DIR: join(home.path, '\u001b[2J\u202e'),
    },
  });
  expect(stdout + stderr).not.toBe('');
  expect(stdout).not.toMatch(unprintable);
  expect(stderr).not.toMatch(unprintable);
});

test('nothing that the wizard draws steers the terminal but its own drawing', async () => {
  await using server = await serveHostile(400);
  await using home = await makeFolder();
  const file = join(home.path, 'customer.json');
  writeFileSync(file, JSON.stringify(customer));
  const environment = { HELPCRUNCH_API_KEY: 'some-key-0123456789', HELPCRUNCH_BASE_URL: server.baseUrl };
  await using wizard = await startWizard({ argv: ['--from', file], environment });
  await wizard.shows('❯ HelpCrunch at 127.0.0.1');
  await wizard.answer('', '  live');
  for (const control of obeyed) expect(wizard.written()).not.toContain(control);
});

test('nothing that line mode writes steers a terminal', async () => {
  await using home = await makeFolder();
  const file = join(home.path, 'customer.json');
  writeFileSync(file, JSON.stringify(customer));
  await using lines = startLines(['--sandbox', '--from', file]);
  await lines.waitForText('Name');
  lines.write(keys.ctrlC);
  await lines.exit;
  // The terminal itself echoes Ctrl+C as two characters; everything else is the program's.
  expect(lines.output.replaceAll('\r\n', '\n').replaceAll('\r', '')).not.toMatch(unprintable);
});
