// Makes docs/screens from the real screens of the built program: node scripts/picture.ts
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { environmentOf, makeFolder } from '../test/program.ts';
import { PtyProgram } from '../test/pty-program.ts';
import { screenToSvg, themes } from './screen-to-svg.ts';

// A screen that never shows what it should would be waited for in vain.
setTimeout(() => process.exit(1), 90_000).unref();

const folder = '../../docs/screens';
/** The folder of the file that is imported, which is shown too. */
const files = join(tmpdir(), 'customers');
/** One that is shown in pictures, which have to be the same each time. */
const port = 4010;
await mkdir(folder, { recursive: true });
await using home = await makeFolder();

function start(rows: number, more: Record<string, string> = {}, argv: string[] = []): PtyProgram {
  return new PtyProgram({
    columns: 80,
    rows,
    arguments: argv,
    cwd: files,
    environment: environmentOf(home.path, { FORCE_COLOR: '3', COLORTERM: 'truecolor', ...more }),
  });
}

async function picture({ screen }: PtyProgram, name: string, label: string): Promise<void> {
  for (const [theme, colors] of Object.entries(themes)) {
    await writeFile(`${folder}/${name}-${theme}.svg`, screenToSvg(screen.terminal, label, colors));
  }
}

async function newCustomer(): Promise<void> {
  await using program = start(24, {}, ['--sandbox']);
  await program.waitForText('Name (1/');
  await program.type('Ada Lovelace', 'Ada Lovelace');
  await program.type('\r', 'Email (2/');
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

function accountAt(baseUrl: string): Record<string, string> {
  return { HELPCRUNCH_BASE_URL: baseUrl, HELPCRUNCH_API_KEY: 'a-key-of-the-sandbox' };
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
  await slow.type('y', 'Importing 4 of');
  await picture(slow, 'import-progress', 'An import under way: how far it is, and what came of the rows');
  await slow.exit;
  await picture(slow, 'import-result', 'The result of an import: counts, and the files with the rows');
}

await rm(files, { recursive: true, force: true });
await mkdir(files);
await newCustomer();
await lostAnswer();
await drafts();
await importing();
await rm(files, { recursive: true });
