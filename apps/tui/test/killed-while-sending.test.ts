import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keys } from '@helpcrunch-customer-kit/testing/keys';
import { expect, test } from 'vitest';
import { creates } from './front.ts';
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
  await wizard.type(keys.enter, 'Enter choose · Y create · Esc do not create');
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
