import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keys } from '@helpcrunch-customer-kit/testing/keys';
import { expect, test } from 'vitest';
import { creates } from './front.ts';
import { answer } from './line-mode.ts';
import { liveMachine } from './live-machine.ts';
import { PtyProgram } from './pty-program.ts';
import { onlyObject } from './run-program.ts';

const ada = ['--name', 'Ada', '--email', 'ada@example.com'];

test('a wizard that is killed (SIGKILL) while it sends leaves a marked draft, which the ledger resolves', async () => {
  await using machine = await liveMachine({ scenario: 'created-then-timeout' });
  const { environment, state, listener } = machine;
  await using wizard = new PtyProgram({ arguments: ada, environment, columns: 120, rows: 50 });
  await wizard.waitForText('HelpCrunch at');
  await wizard.type(keys.enter, 'Create the customer in HelpCrunch');
  await wizard.type(keys.enter, 'Y create · Enter choose · Esc do not create');
  await wizard.type('y', 'Sending…');
  await expect.poll(() => creates(listener)).toBe(1);
  wizard.kill('SIGKILL');
  await wizard.exit;

  const [name = ''] = readdirSync(join(state, 'drafts'));
  const draft = JSON.parse(readFileSync(join(state, 'drafts', name), 'utf8'));
  const listed = onlyObject((await machine.run(['history', '--json'])).stdout);
  const [entry] = listed['entries'] as readonly { readonly id: string; readonly state: string }[];
  expect(draft).toMatchObject({ account: 'live', outcome: 'unknown', ledgerIds: [entry?.id] });
  expect(entry?.state).toBe('unknown');

  await using resumed = new PtyProgram({ arguments: ['--resume'], environment, columns: 120, rows: 50 });
  await resumed.waitForText('This customer was sent before, and may have been created');
  resumed.write('\u0003');
  await resumed.exit;

  listener.sandbox.useScenario(undefined);
  const checked = await machine.run(['history', 'check', entry?.id ?? '', '--json']);
  expect([checked.code, onlyObject(checked.stdout)]).toMatchObject([0, { outcome: 'created' }]);
  await using again = new PtyProgram({ arguments: ['--resume'], environment, columns: 120, rows: 50 });
  await again.waitForText('The draft "Ada" was created, ID 1.');
  expect(again.screen.text()).not.toContain('may have been created');
  expect(creates(listener)).toBe(1);
});

test('line mode that is killed (SIGKILL) while it sends leaves a marked draft, however often it is resumed', async () => {
  await using machine = await liveMachine({ scenario: 'created-then-timeout' });
  const { environment, state, listener } = machine;
  const start = (...flags: readonly string[]) =>
    new PtyProgram({ arguments: ['--accessible', ...flags], environment, columns: 160, rows: 200 });
  await using program = start(...ada);
  await answer(program, ['Number, or Enter for 2:', ''], ['Number:', '14'], ['Number, or Enter for 2:', '1']);
  await expect.poll(() => creates(listener)).toBe(1);
  program.kill('SIGKILL');
  await program.exit;

  const savedDraft = () => {
    const names = readdirSync(join(state, 'drafts'));
    expect(names).toHaveLength(1);
    return JSON.parse(readFileSync(join(state, 'drafts', names[0] ?? ''), 'utf8'));
  };
  const { ledgerIds } = savedDraft();
  for (let resumes = 0; resumes < 3; resumes += 1) {
    await using resumed = start('--resume');
    await resumed.waitForText('This customer was sent before, and may have been created');
    resumed.write('\u0003');
    await resumed.exit;
    expect(savedDraft()).toMatchObject({ account: 'live', outcome: 'unknown', ledgerIds });
  }

  listener.sandbox.useScenario(undefined);
  const checked = await machine.run(['history', 'check', ledgerIds[0], '--json']);
  expect([checked.code, onlyObject(checked.stdout)]).toMatchObject([0, { outcome: 'created' }]);
  await using again = start('--resume');
  await again.waitForText('The draft "Ada" was created, ID 1.');
  expect(creates(listener)).toBe(1);
});
