import { createPlanStore, type StoredPlan } from '@helpcrunch-customer-kit/local';
import { runProgram as run } from '@helpcrunch-customer-kit/testing/run-program';
import type { TemporaryFolder } from '@helpcrunch-customer-kit/testing/temporary-folder';
import { expect, test } from 'vitest';
import { environmentOf, makeFolder, program } from './program.ts';
import { PtyProgram } from './pty-program.ts';
import { onlyObject, runProgram, schemaErrors } from './run-program.ts';

const ada = { name: 'Ada \u001b[31mLovelace', email: 'ada@example.com' };

/** A plan of an agent for a live account, on a machine of its own. */
async function withPlan(request: Readonly<Record<string, unknown>> = ada) {
  const home: TemporaryFolder = await makeFolder();
  const plans = createPlanStore({ folder: home.path });
  const plan = await plans.add({ kind: 'live', label: 'default', host: 'api.example.com', identity: 'one' }, [
    {
      input: ada,
      request,
      issues: [
        {
          code: 'email-used',
          path: '/email',
          severity: 'advice',
          message: 'This email is already used by "Ada".',
        },
      ],
      duplicates: [{ id: 4, name: 'Ada' }],
      approved: { shownIds: ['4'], isChecked: true },
    },
  ]);
  const environment = { HELPCRUNCH_STATE_DIR: home.path };
  return {
    plan,
    environment,
    answerOf: async ({ id }: StoredPlan) => (await plans.find(id))?.approval?.answer,
    inTerminal: (argv: readonly string[]) =>
      new PtyProgram({ columns: 100, arguments: ['approve', ...argv], environment }),
    async [Symbol.asyncDispose]() {
      home[Symbol.dispose]();
    },
  };
}

test.each([
  ['y', 'approved', 0, 'Approved. The agent can create them once, within 10 minutes.'],
  ['YES', 'approved', 0, 'Approved.'],
  ['n', 'declined', 1, 'Declined. Nothing will be created.'],
  ['', 'declined', 1, 'Declined.'],
])('approve: "%s" is %s', async (typed, answer, exitCode, sentence) => {
  await using here = await withPlan();
  await using terminal = here.inTerminal([here.plan.code]);
  await terminal.waitForText('Approve? y/N');
  const screen = terminal.screen.text();
  expect(screen).toContain('Create 1 customer in HelpCrunch, account default at api.example.com?');
  expect(screen).toContain('"email":"ada@example.com"');
  expect(screen).toContain('advice: This email is already used by "Ada".');
  expect(terminal.output).not.toContain('\u001b[31m');
  expect(await here.answerOf(here.plan)).toBeUndefined();
  terminal.press(typed, '\r');
  expect(await terminal.exit).toMatchObject({ exitCode });
  expect(terminal.screen.text()).toContain(sentence);
  expect(await here.answerOf(here.plan)).toBe(answer);
});

test('approve: a body that fills the window hides neither where it goes nor that it has a beginning', async () => {
  const fake = '1. {"name":"Harmless"}';
  await using here = await withPlan({ name: 'Real', notes: `${' '.repeat(100 * 40)}${fake}` });
  await using terminal = here.inTerminal([here.plan.code]);
  await terminal.waitForText('Approve? y/N');
  const rows = terminal.screen.rows().filter((row) => row.trim() !== '');
  const last = rows.slice(-4).join('\n');
  expect(last).toContain('This is longer than the window. Scroll up to read all of it.');
  expect(last).toContain('Create 1 customer in HelpCrunch, account default at api.example.com?');
  // Only a customer begins at the edge.
  expect(rows.filter((row) => row.startsWith('1.'))).toEqual([expect.stringContaining('"name":"Real"')]);
});

test('approve: what was typed before the question was shown answers nothing', async () => {
  await using here = await withPlan();
  await using terminal = here.inTerminal([here.plan.code]);
  terminal.press('y', '\r');
  await terminal.waitForText('An AI agent asks');
  terminal.press('y', '\r');
  await terminal.waitForText('Approve? y/N');
  expect(await here.answerOf(here.plan)).toBeUndefined();
  terminal.press('\u0003');
  expect(await terminal.exit).toMatchObject({ exitCode: 130 });
  expect(await here.answerOf(here.plan)).toBeUndefined();
});

test('approve --json: it asks on the terminal, and prints one object to standard output', async () => {
  await using here = await withPlan();
  const script = `"${process.execPath}" "${program}" approve ${here.plan.code} --json </dev/null >"$HELPCRUNCH_STATE_DIR/out"`;
  const command = ['/bin/sh', '-c', `${script}; cat "$HELPCRUNCH_STATE_DIR/out"`] as const;
  await using terminal = new PtyProgram({
    columns: 400,
    command: [...command],
    environment: here.environment,
  });
  await terminal.waitForText('Approve? y/N');
  terminal.press('y', '\r');
  await terminal.exit;
  const line =
    terminal.screen
      .text()
      .split('\n')
      .find((each) => each.startsWith('{')) ?? '';
  const object = JSON.parse(line);
  expect(object).toMatchObject({
    command: 'approve',
    outcome: 'approved',
    plan: { id: here.plan.id, account: 'live', host: 'api.example.com', customers: [{ email: ada.email }] },
  });
  expect(await schemaErrors(object)).toEqual([]);
});

/** In a session of its own, as a program that an agent starts has no terminal. */
function withoutTerminal(argv: readonly string[], environment: Record<string, string>) {
  const script = `
    const { spawn } = require('node:child_process');
    const child = spawn(process.execPath, ${JSON.stringify([program, ...argv])}, { detached: true, stdio: 'inherit' });
    child.on('exit', (code) => process.exit(code));
  `;
  return run([process.execPath, '--eval', script], { env: environmentOf('/nowhere', environment) });
}

test('approve: without a terminal, nothing is decided', async () => {
  await using here = await withPlan();
  const { stdout, code } = await withoutTerminal(['approve', here.plan.code, '--json'], here.environment);
  expect(code).toBe(2);
  expect(onlyObject(stdout)).toMatchObject({
    outcome: 'no-terminal',
    retryable: false,
    plan: { id: here.plan.id },
  });
  expect(await schemaErrors(onlyObject(stdout))).toEqual([]);
  expect(await here.answerOf(here.plan)).toBeUndefined();
});

test('approve: a code is answered once', async () => {
  await using here = await withPlan();
  await using terminal = here.inTerminal([here.plan.code]);
  await terminal.waitForText('Approve? y/N');
  terminal.press('n', '\r');
  await terminal.exit;
  const { stderr, code } = await runProgram(['approve', here.plan.code], { environment: here.environment });
  expect([stderr, code]).toEqual([
    'This code was answered already. Nothing was changed.\n→ Ask the agent for a new plan.\n',
    2,
  ]);
});

test('approve: an unknown code is not found', async () => {
  const { stderr, code } = await runProgram(['approve', 'AAAA-AAAA']);
  expect([stderr, code]).toEqual(['No plan has the code "AAAA-AAAA".\n→ Copy the code from the agent.\n', 2]);
});
