// Makes docs/screens from the real screens of the built program: node scripts/picture.ts
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSandbox, type ScenarioName } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { makeFolder } from '../test/program.ts';
import { accountAt, files, home, picture, port, start } from './pictured-program.ts';

// A screen that never shows what it should would be waited for in vain.
setTimeout(() => process.exit(1), 300_000).unref();

async function newCustomer(): Promise<void> {
  await using program = start(24, {}, ['--sandbox']);
  await program.waitForText('Name (1/');
  await program.type('Ada Lovelace', 'Ada Lovelace');
  await program.type('\r', 'Email (2/');
  await program.type('ada.example.com', 'ada.example.com');
  await program.type('\r', '✗ Not a valid');
  await picture(program, 'refused', 'The email field says what is wrong with the address');
  await program.type('\u0015', 'e.g. ada@');
  await program.type('ada@gmial.com', 'Did you mean');
  await picture(program, 'email', 'The wizard asks for an email and offers to correct a typo');
  await program.type('\r', 'User ID (3/');
  await program.type('user-1843', 'user-1843');
  for (const next of ['Company', 'Phone', 'First seen']) await program.type('\r', `${next} (`);
  await program.type('2024-05-01T09:30Z', 'sent as');
  for (const next of ['Source', 'Locale']) await program.type('\r', `${next} (`);
  await program.type('ukra', 'Ukrainian');
  await picture(program, 'locale', 'The wizard lists the languages that match');
  for (const next of ['Created from', 'Integration ID', 'Notes']) await program.type('\r', `${next} (`);
  await program.type('Met at the conference in May.', 'in May.');
  program.write('\r');
  await program.type('Wants the annual plan.', 'annual plan.');
  await picture(program, 'notes', 'Notes are written in a box of four rows');
  await program.type('\t', 'Tags (');
  await program.type('vip #ff0000,', '1. ██ vip');
  await program.type('early bird teal,', '2. ██ early bird');
  await program.type('beta', /› beta/);
  await picture(program, 'tags', 'The wizard asks for tags; the answers so far are above');
  await program.type('\u0012', '❯ Create the customer');
  const { screen } = program;
  await program.waitUntil(() => !screen.visibleText().includes('Checking for'), 'the end of the check');
  await picture(program, 'review', 'The review: the fields, then what can be done');
  program.write('\u0003');
  await program.exit;
}

/** The first question, on a small terminal as on a large one. */
async function account(): Promise<void> {
  await using elsewhere = await makeFolder();
  await using program = start(8, {}, [], { home: elsewhere.path });
  await program.waitForText('❯ Sandbox');
  await picture(program, 'account', 'The first question: where the customer goes');
  program.write('\u0003');
  await program.exit;
}

const customer = ['--sandbox', '--name', 'Ada Lovelace', '--email', 'ada@gmial.com', '--user-id', '1843'];

/** Two fields deserve a look, and one of them is selected. */
async function problems(): Promise<void> {
  await using elsewhere = await makeFolder();
  const more = ['--first-seen', '2098-05-01T00:00Z', '--tag', 'vip', '--tag', 'early bird'];
  await using program = start(30, {}, [...customer, ...more], { columns: 100, home: elsewhere.path });
  await program.waitForText('❯ Create the customer');
  await program.type('\u001b[H', '❯   Name');
  await program.type('\u001b[B', 'Tab use it');
  await picture(program, 'review-problems', 'The review marks the fields that deserve a look');
  program.write('\u0003');
  await program.exit;
}

/** The least that the wizard is made for. */
async function narrow(): Promise<void> {
  await using first = await makeFolder();
  await using field = start(10, {}, ['--sandbox'], { columns: 40, home: first.path });
  await field.waitForText('Name (1/');
  await field.type('Ada King, Countess of Lovelace, born Byron', '…');
  await picture(field, 'field-narrow', 'A long answer in 40 columns: what is hidden shows as an ellipsis');
  field.write('\u0003');
  await field.exit;
  await using second = await makeFolder();
  const argv = [...customer, '--tag', 'vip', '--tag', 'early bird'];
  await using review = start(10, {}, argv, { columns: 40, home: second.path });
  await review.waitForText('❯ Create the customer');
  await review.waitUntil(() => !review.screen.visibleText().includes('Checking for'), 'the end of the check');
  await picture(
    review,
    'review-narrow',
    'The review in 40 columns and 10 rows: the rows around the selected one',
  );
  review.write('\u0003');
  await review.exit;
}

/** Live, past the question, in a scenario of the sandbox. */
async function create(scenario: ScenarioName, sign: string, name: string, label: string): Promise<void> {
  await using elsewhere = await makeFolder();
  await using listener = await listen(createSandbox({ scenario }), { port });
  const values = ['--name', 'Ada Lovelace', '--email', 'ada@example.com', '--custom-data', 'plan=pro'];
  const environment = accountAt(listener.baseUrl);
  await using program = start(20, environment, values, { home: elsewhere.path });
  await program.waitForText('❯ HelpCrunch');
  await program.type('\r', '❯ Create the customer');
  if (scenario === 'rate-limited') program.write('\r');
  else {
    await program.type('\r', 'Y create');
    program.write('y');
  }
  await program.waitForText(sign);
  await picture(program, name, label);
  program.write('\u0003\u0003');
  await program.exit;
}

/** Sent, and the outcome is unknown. */
async function lostAnswer(): Promise<void> {
  await using listener = await listen(createSandbox({ scenario: 'closed-before-answer' }), { port });
  const environment = accountAt(listener.baseUrl);
  await using program = start(24, environment, ['--name', 'Grace Hopper', '--email', 'grace@example.com']);
  await program.waitForText('❯ HelpCrunch');
  await program.type('\r', '❯ Create the customer');
  await program.type('\r', 'Y create');
  await picture(program, 'question', 'Before a create, the safe answer is selected');
  await program.type('y', 'Looked once');
  await picture(program, 'unknown', 'The outcome is unknown: look again, or send again knowing the risk');
  program.write('\u0003');
  await program.exit;
}

async function drafts(): Promise<void> {
  await using program = start(14);
  await program.waitForText('Continue with a draft?');
  await picture(program, 'drafts', 'Drafts in a table: open one, delete one, or start a new customer');
  program.write('\u0003');
  await program.exit;
}

/** Three creates on this machine: one of each kind, under ids that are the same each time. */
async function history(): Promise<void> {
  await using elsewhere = await makeFolder();
  const creates = [
    ['attributes-dropped', 'Ada Lovelace', 'ada@example.com'],
    ['field-rejected', 'Alan Turing', 'alan@example.com'],
    ['closed-before-answer', 'Grace Hopper', 'grace@example.com'],
  ] as const;
  for (const [scenario, name, email] of creates) {
    await using listener = await listen(createSandbox({ scenario }), { port });
    const argv = ['--name', name, '--email', email, '--yes'];
    await using program = start(24, accountAt(listener.baseUrl), argv, { home: elsewhere.path });
    await program.exit;
  }
  const ids = ['k7q2m4x9w1a3', 'p3d8s5t0v6bz', 'e9h4r7n2y5cj'];
  const paths = await readdir(elsewhere.path, { recursive: true });
  for (const path of paths.filter((name) => /(?:recent|settled)\.jsonl$/.test(name)).toSorted()) {
    const file = join(elsewhere.path, path);
    const text = await readFile(file, 'utf8');
    const found = [...new Set(text.match(/(?<="id":")[^"]+/g))];
    await writeFile(
      file,
      found.reduce((lines, id) => lines.replaceAll(id, ids.shift() ?? id), text),
    );
  }
  for (const [name, columns] of [
    ['history', 80],
    ['history-narrow', 40],
  ] as const) {
    await using program = start(10, {}, ['history'], { columns, home: elsewhere.path });
    await program.exit;
    await picture(program, name, 'The creates of this machine, unresolved ones first');
  }
}

/** A file with a row that HelpCrunch would refuse, and a column that no field is named after. */
function customersFile(rows: number): string {
  const customers = Array.from(
    { length: rows },
    (_, index) => `Customer ${index + 1},customer-${index + 1}@example.com,2024-05-${10 + (index % 20)},pro`,
  );
  return [
    'Full name,E-mail,Created,Plan',
    'Ada Lovelace,ada@example.com,2024-05-01,gold',
    'Grace Hopper,grace.example.com,2024-05-02,free',
    ...customers,
    '',
  ].join('\n');
}

async function importing(): Promise<void> {
  await using listener = await listen(createSandbox(), { port });
  await writeFile(join(files, 'customers.csv'), customersFile(10));
  await using slow = start(24, accountAt(listener.baseUrl), ['import', 'customers.csv', '--rate', '60']);
  await slow.waitForText('❯ ! Plan');
  await picture(slow, 'import-columns', 'The columns of a file, each with the field that it becomes');
  await slow.type('\r', '❯ Custom data "Plan"');
  await slow.type('\r', '❯ Check the rows');
  await slow.type('\r', 'Y send');
  await picture(slow, 'import-plan', 'The plan of an import: what it would do, and the safe answer selected');
  await slow.type('\u001b[B\u001b[B\r', '❯ ✗ line 3');
  await picture(slow, 'import-problems', 'The problems by kind, each with its lines');
  await slow.type('\r', 'Y send');
  await slow.type('y', 'Importing 4 of');
  await picture(slow, 'import-progress', 'An import under way: how far it is, and what came of the rows');
  await slow.exit;
  await picture(slow, 'import-result', 'The result of an import: counts, and the files with the rows');
}

await using _home = home;
await rm(files, { recursive: true, force: true });
await mkdir(files);
await newCustomer();
await lostAnswer();
await drafts();
await account();
await problems();
await narrow();
await create(
  'rate-limited',
  'Retrying in 59 s',
  'rate-limit',
  'A rate limit: nothing was created, and how long the wait is',
);
await create('slow', 'Sending…  1 s', 'sending', 'Sending, with the seconds that have passed');
await create(
  'attributes-dropped',
  'What next?',
  'created',
  'Created: what was stored, and what is not in the answer',
);
await history();
await importing();
await rm(files, { recursive: true });
