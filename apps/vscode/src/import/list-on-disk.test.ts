import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCustomer } from '@helpcrunch-customer-kit/core';
import { afterEach, expect, test, vi } from 'vitest';
import { createTestContext } from '../create/test/create-context.ts';
import { startImports } from './start-imports.ts';

const folder = mkdtempSync(join(tmpdir(), 'helpcrunch-list-'));
vi.stubEnv('HELPCRUNCH_STATE_DIR', folder);
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const named = (name: string, more: object = {}) => ({
  name,
  customer: readCustomer({ name, ...more }),
  text: JSON.stringify({ name, ...more }),
});

test('createList: what a window created in a live account, another window does not create again', async () => {
  const { account, ledger, prompts, creates, clock } = createTestContext('live');
  const { apiKey } = account.connection;
  const ledgerAccount = { kind: 'live', host: 'example.com', apiKey, id: 'vscode/1' } as const;
  const time = {
    clock: () => clock.now,
    async pause(milliseconds: number) {
      clock.now += milliseconds;
    },
  };
  async function createInNewWindow(names: readonly string[]) {
    const results: Record<string, string> = {};
    const customers = names.map((name) => named(name));
    const message = await prompts.withProgress('', (progress) =>
      startImports({ hasFiles: true }).createList({
        customers,
        account: { ...account, ledgerAccount },
        ledger,
        progress,
        time,
        async attempted(index, { outcome }) {
          results[names[index] ?? ''] = outcome.outcome;
        },
        async noted(index, note) {
          results[names[index] ?? ''] = note;
        },
      }),
    );
    return { message, results };
  }

  expect(await createInNewWindow(['Ada', 'Bob'])).toEqual({
    message: undefined,
    results: { Ada: 'created', Bob: 'created' },
  });
  const { results } = await createInNewWindow(['Eve', 'Bob']);
  expect(results).toEqual({ Eve: 'created', Bob: expect.stringMatching(/^Created before \(ID \d+\)\.$/) });
  expect(creates()).toBe(3);
});
