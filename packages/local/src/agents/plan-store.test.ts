import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { createPlanStore } from './plan-store.ts';
import { approvalLifetime, type PlanAccount, planLifetime } from './stored-plan.ts';

const live: PlanAccount = {
  kind: 'live',
  label: 'default',
  host: 'api.example.com',
  identity: 'live one',
  keyHash: 'key one',
};
const sandbox: PlanAccount = { kind: 'sandbox', label: 'sandbox', identity: 'sandbox one' };
const ada = {
  input: { name: 'Ada' },
  request: { name: 'Ada' },
  issues: [],
  duplicates: [],
  approved: { shownIds: [], isChecked: true },
};

function stores() {
  const folder = temporaryFolder();
  const clock = { now: 1_700_000_000_000 };
  // Each call is a process of its own.
  const open = () => createPlanStore({ folder: folder.path, now: () => clock.now, window: 'window 1' });
  return { path: folder.path, clock, open, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

test('createPlanStore: a plan is found by its ID and by its code, in another process', async () => {
  using here = stores();
  const plan = await here.open().add(live, [ada]);
  expect(plan).toMatchObject({ account: live, customers: [ada], window: 'window 1' });
  expect(await here.open().find(plan.id)).toEqual(plan);
  const typed = plan.code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  expect(await here.open().findByCode(typed)).toEqual(plan);
  expect(await here.open().findByCode('AAAA-AAAA')).toBeUndefined();
});

test.each(['../ledger/salt', '', 'plan_', 'plan_0000000000000000'])(
  'PlanStore.find: "%s" is not a plan',
  async (id) => {
    using here = stores();
    expect(await here.open().find(id)).toBeUndefined();
  },
);

test('PlanStore.claim: a live plan needs an approval, which serves one job', async () => {
  using here = stores();
  const plan = await here.open().add(live, [ada]);
  expect(await here.open().claim(plan.id, 'job', plan.account.keyHash)).toEqual({
    kind: 'not-approved',
    plan,
  });
  expect(await here.open().answer(plan, 'approved', 'terminal')).toBe(true);
  expect(await here.open().claim(plan.id, 'job', plan.account.keyHash)).toEqual({ kind: 'granted' });
  // A crash after the claim: the same job goes on.
  expect(await here.open().claim(plan.id, 'job', plan.account.keyHash)).toEqual({ kind: 'granted' });
  expect(await here.open().claim(plan.id, 'another', plan.account.keyHash)).toEqual({ kind: 'used' });
});

test('PlanStore.claim: a plan for the sandbox needs no approval, and serves one job', async () => {
  using here = stores();
  const plan = await here.open().add(sandbox, [ada]);
  expect(await here.open().claim(plan.id, 'job', plan.account.keyHash)).toEqual({ kind: 'granted' });
  expect(await here.open().claim(plan.id, 'another', plan.account.keyHash)).toEqual({ kind: 'used' });
});

test('PlanStore.claim: an approval that was not used in time is void, and the next one has another code', async () => {
  using here = stores();
  const plan = await here.open().add(live, [ada]);
  await here.open().answer(plan, 'approved', 'terminal');
  here.clock.now += approvalLifetime;
  const claim = await here.open().claim(plan.id, 'job', plan.account.keyHash);
  expect(claim).toMatchObject({ kind: 'not-approved' });
  expect(await here.open().findByCode(plan.code)).toBeUndefined();
  expect(await here.open().answer(plan, 'approved', 'terminal')).toBe(false);
});

test('PlanStore.claim: a clock that was set back makes an approval void', async () => {
  using here = stores();
  const plan = await here.open().add(live, [ada]);
  await here.open().answer(plan, 'approved', 'terminal');
  here.clock.now -= 1;
  expect(await here.open().claim(plan.id, 'job', plan.account.keyHash)).toMatchObject({
    kind: 'not-approved',
  });
});

test('PlanStore.claim: what was approved and then changed on disk is not approved', async () => {
  using here = stores();
  const plan = await here.open().add(live, [ada]);
  await here.open().answer(plan, 'approved', 'terminal');
  const path = join(here.path, 'agents', 'plans', `${plan.id}.json`);
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace('"request":{"name":"Ada"}', '"request":{"name":"Eve"}'),
  );
  expect(await here.open().claim(plan.id, 'job', plan.account.keyHash)).toMatchObject({
    kind: 'not-approved',
  });
});

test.each(['key two', undefined])(
  'PlanStore.claim: an approval does not cover another key of the same account: %s',
  async (keyHash) => {
    using here = stores();
    const plan = await here.open().add(live, [ada]);
    await here.open().answer(plan, 'approved', 'terminal');
    expect(await here.open().claim(plan.id, 'job', keyHash)).toEqual({ kind: 'other-key' });
    expect(await here.open().claim(plan.id, 'job', live.keyHash)).toEqual({ kind: 'granted' });
    // A job that has begun stops, too.
    expect(await here.open().claim(plan.id, 'job', keyHash)).toEqual({ kind: 'other-key' });
  },
);

test('PlanStore.claim: a live plan that names no key is not carried out', async () => {
  using here = stores();
  const { keyHash: _, ...account } = live;
  const plan = await here.open().add(account, [ada]);
  await here.open().answer(plan, 'approved', 'terminal');
  expect(await here.open().claim(plan.id, 'job', undefined)).toEqual({ kind: 'other-key' });
});

test('PlanStore.claim: a declined plan stays declined', async () => {
  using here = stores();
  const plan = await here.open().add(live, [ada]);
  expect(await here.open().answer(plan, 'declined', 'editor')).toBe(true);
  expect(await here.open().answer(plan, 'approved', 'editor')).toBe(false);
  expect(await here.open().claim(plan.id, 'job', plan.account.keyHash)).toEqual({ kind: 'declined' });
});

test.each([live, sandbox])(
  'PlanStore: an expired plan takes no approval and no job: $kind',
  async (account) => {
    using here = stores();
    const plan = await here.open().add(account, [ada]);
    here.clock.now += planLifetime;
    expect(await here.open().answer(plan, 'approved', 'terminal')).toBe(false);
    expect(await here.open().claim(plan.id, 'job', plan.account.keyHash)).toEqual({ kind: 'expired' });
  },
);

test('PlanStore: files are for their owner alone, and old ones are deleted', async () => {
  using here = stores();
  await here.open().add(live, [ada]);
  const folder = join(here.path, 'agents', 'plans');
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600]);
  here.clock.now += 25 * 60 * 60_000;
  const fresh = await here.open().add(live, [ada]);
  await here.open().clean();
  expect(readdirSync(folder)).toEqual([`${fresh.id}.json`]);
});

test('PlanStore: a file that someone else put there is passed over', async () => {
  using here = stores();
  const plan = await here.open().add(live, [ada]);
  const folder = join(here.path, 'agents', 'plans');
  const copy = `${plan.id} (1).json`;
  copyFileSync(join(folder, `${plan.id}.json`), join(folder, copy));
  expect(await here.open().findByCode(plan.code)).toEqual(plan);
  here.clock.now += 25 * 60 * 60_000;
  await here.open().clean();
  expect(readdirSync(folder)).toEqual([copy]);
});

test('PlanStore.find: a damaged file is not a plan', async () => {
  using here = stores();
  const plan = await here.open().add(live, [ada]);
  for (const text of ['{', '[]', '{"version":1}', JSON.stringify({ ...plan, approval: 'yes' })]) {
    writeFileSync(join(here.path, 'agents', 'plans', `${plan.id}.json`), text);
    expect(await here.open().find(plan.id)).toBeUndefined();
  }
});

test('PlanStore.add: an API key is not written down', async () => {
  using folder = temporaryFolder();
  const hide = (text: string) => text.replaceAll('secret', '[hidden]');
  const plan = await createPlanStore({ folder: folder.path, hide }).add(live, [
    { ...ada, input: { name: 'secret' } },
  ]);
  expect(readFileSync(join(folder.path, 'agents', 'plans', `${plan.id}.json`), 'utf8')).not.toContain(
    'secret',
  );
});
