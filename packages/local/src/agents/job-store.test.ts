import { existsSync } from 'node:fs';
import type { CreateResult } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { holdFile } from './agent-files.ts';
import { createJobStore } from './job-store.ts';
import type { StoredPlan } from './stored-plan.ts';

const plan: StoredPlan = {
  version: 1,
  id: 'plan_0000000000000000',
  code: 'AAAA-AAAA',
  account: { kind: 'live', label: 'default', identity: 'one' },
  at: 0,
  expiresAt: 1,
  customers: [],
  fingerprint: 'bodies',
};
const later: StoredPlan = { ...plan, id: 'plan_1111111111111111' };
const created: CreateResult = {
  schemaVersion: 1,
  command: 'create',
  outcome: 'created',
  retryable: false,
  customerExists: 'yes',
  account: 'live',
  issues: [],
  next: [],
};

function stores() {
  const folder = temporaryFolder();
  const clock = { now: 1_700_000_000_000 };
  const open = () => createJobStore({ folder: folder.path, now: () => clock.now, repeatWindow: 60_000 });
  return { path: folder.path, clock, open, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

test('JobStore.nameFor: a request key names the same job in every process and for every plan', async () => {
  using here = stores();
  const name = await here.open().nameFor(plan, 'key');
  expect(await here.open().nameFor({ ...later, fingerprint: 'others' }, 'key')).toBe(name);
  expect(await here.open().nameFor(plan, 'another')).not.toBe(name);
  const elsewhere = { ...plan, account: { ...plan.account, identity: 'two' } };
  expect(await here.open().nameFor(elsewhere, 'key')).not.toBe(name);
});

test('JobStore.nameFor: without a key, the same bodies are the same job within the window', async () => {
  using here = stores();
  const name = await here.open().nameFor(plan, undefined);
  here.clock.now += 59_000;
  expect(await here.open().nameFor(later, undefined)).toBe(name);
  expect(await here.open().nameFor({ ...later, fingerprint: 'others' }, undefined)).not.toBe(name);
  here.clock.now += 1000;
  expect(await here.open().nameFor(later, undefined)).not.toBe(name);
});

test('JobStore.nameFor: the window begins when the job was last written', async () => {
  using here = stores();
  const name = await here.open().nameFor(plan, undefined);
  here.clock.now += 50_000;
  await here.open().save({ name, fingerprint: 'bodies', results: [created] });
  here.clock.now += 50_000;
  expect(await here.open().nameFor(later, undefined)).toBe(name);
});

test('JobStore.nameFor: without a key, a plan that has a job keeps it', async () => {
  using here = stores();
  expect(await here.open().nameFor({ ...plan, job: 'abc' }, undefined)).toBe('abc');
});

test('JobStore.save: results are found in another process, and deleted after a day', async () => {
  using here = stores();
  const name = await here.open().nameFor(plan, 'key');
  await here.open().save({ name, fingerprint: 'bodies', results: [created, null] });
  expect(await here.open().find(name)).toMatchObject({ fingerprint: 'bodies', results: [created, null] });
  here.clock.now += 25 * 60 * 60_000;
  await here.open().clean();
  expect(await here.open().find(name)).toBeUndefined();
});

test('holdFile: a file of a series belongs to one holder until it is released', async () => {
  using folder = temporaryFolder();
  const first = await holdFile('sandbox', { folder: folder.path });
  const second = await holdFile('sandbox', { folder: folder.path });
  expect(second.path).not.toBe(first.path);
  first.release();
  await expect.poll(() => existsSync(`${first.path}.lock`)).toBe(false);
  expect((await holdFile('sandbox', { folder: folder.path })).path).toBe(first.path);
});
