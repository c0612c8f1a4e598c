import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPlanStore } from '@helpcrunch-customer-kit/local';
import { expect, test } from 'vitest';
import { type Connected, connect, eras, openPlace, type Place } from './connect.ts';

const ada = { name: 'Ada Lovelace', email: 'ada@example.com' };

async function plan(server: Connected, customers: readonly object[] = [ada]) {
  const { data } = await server.call('plan_customers', { customers });
  return { plan_id: String(data['plan_id']), request_key: 'order 1' };
}

/** A person answers outside the model. */
async function answer({ stateFolder }: Place, code: unknown, given: 'approved' | 'declined'): Promise<void> {
  const plans = createPlanStore({ folder: stateFolder });
  const found = await plans.findByCode(String(code));
  expect(found && (await plans.answer(found, given, 'terminal'))).toBe(true);
}

test.each(eras)(
  'live (%s): nothing is sent before a person approves the plan, and then once',
  async (era) => {
    await using place = await openPlace();
    await using server = await connect({ era, argv: ['--live'], env: place.env });
    const args = await plan(server);
    const asked = await server.call('create_customers', args);
    expect(asked.data).toEqual({
      status: 'approval_required',
      results: [],
      approval_code: expect.stringMatching(/^[\dA-Z]{4}-[\dA-Z]{4}$/),
    });
    const code = asked.data['approval_code'];
    expect(asked.text).toContain(`helpcrunch-customer approve ${code}`);
    expect(await server.call('create_customers', args)).toEqual(asked);
    expect(place.posts()).toBe(0);
    await answer(place, code, 'approved');
    const created = await server.call('create_customers', args);
    expect(created.data).toMatchObject({
      status: 'done',
      results: [{ outcome: 'created', account: 'live' }],
    });
    expect(await server.call('create_customers', args)).toEqual(created);
    expect(place.posts()).toBe(1);
  },
);

test.each(eras)(
  'live (%s): a client that says it asks its user, and answers by itself, approves nothing',
  async (era) => {
    await using place = await openPlace();
    let questions = 0;
    const elicit = () => {
      questions += 1;
      return { action: 'accept', content: { approve: true } } as const;
    };
    await using server = await connect({ era, argv: ['--live'], env: place.env, elicit });
    const args = await plan(server);
    expect((await server.call('create_customers', args)).data).toMatchObject({ status: 'approval_required' });
    expect([questions, place.posts()]).toEqual([0, 0]);
  },
);

test.each(eras)(
  'live (%s): with --trust-client-approval the answer of the client counts, once',
  async (era) => {
    await using place = await openPlace();
    let questions = 0;
    const elicit = () => {
      questions += 1;
      return { action: 'accept', content: { approve: true } } as const;
    };
    const argv = ['--live', '--trust-client-approval'];
    await using server = await connect({ era, argv, env: place.env, elicit });
    const args = await plan(server);
    const created = await server.call('create_customers', args);
    expect(created.data).toMatchObject({ status: 'done', results: [{ outcome: 'created' }] });
    expect(await server.call('create_customers', args)).toEqual(created);
    expect([questions, place.posts()]).toEqual([1, 1]);
  },
);

test.each(eras)('live (%s): what the user declines is not sent, whatever is called next', async (era) => {
  await using place = await openPlace();
  const argv = ['--live', '--trust-client-approval'];
  await using server = await connect({ era, argv, env: place.env, elicit: () => ({ action: 'decline' }) });
  const args = await plan(server);
  for (let call = 0; call < 2; call += 1) {
    const declined = await server.call('create_customers', args);
    expect(declined.isError).toBe(true);
    expect(declined.text).toContain('The user declined this plan. Nothing was sent.');
  }
  expect(place.posts()).toBe(0);
});

test('live: a client that cannot ask gets a code, with --trust-client-approval too', async () => {
  await using place = await openPlace();
  await using server = await connect({ argv: ['--live', '--trust-client-approval'], env: place.env });
  expect((await server.call('create_customers', await plan(server))).data).toMatchObject({
    status: 'approval_required',
  });
});

test('live: a person who declines by the code ends the plan', async () => {
  await using place = await openPlace();
  await using server = await connect({ argv: ['--live'], env: place.env });
  const args = await plan(server);
  const { data } = await server.call('create_customers', args);
  await answer(place, data['approval_code'], 'declined');
  expect((await server.call('create_customers', args)).text).toContain('The user declined this plan.');
  expect(place.posts()).toBe(0);
});

test('live: an approval is for one plan and one request key', async () => {
  await using place = await openPlace();
  await using server = await connect({ argv: ['--live'], env: place.env });
  const args = await plan(server);
  const { data } = await server.call('create_customers', args);
  await answer(place, data['approval_code'], 'approved');
  await server.call('create_customers', args);
  const used = await server.call('create_customers', { ...args, request_key: 'order 2' });
  expect(used.text).toContain('carried out under another request_key. Nothing was sent.');
  const other = await plan(server, [{ name: 'Grace' }]);
  expect((await server.call('create_customers', { ...other, request_key: 'order 3' })).data).toMatchObject({
    status: 'approval_required',
  });
  expect(place.posts()).toBe(1);
});

test('live: an approval does not cover another key of the same account', async () => {
  await using place = await openPlace();
  await using server = await connect({ argv: ['--live'], env: place.env });
  const args = await plan(server);
  const { data } = await server.call('create_customers', args);
  await answer(place, data['approval_code'], 'approved');
  // As if the plan had been made before a new key was saved: its keychain entry has kept its ID.
  const path = join(place.stateFolder, 'agents', 'plans', `${args.plan_id}.json`);
  const stored = JSON.parse(readFileSync(path, 'utf8'));
  expect(stored.account.keyHash).toEqual(expect.any(String));
  writeFileSync(path, JSON.stringify({ ...stored, account: { ...stored.account, keyHash: 'earlier' } }));
  const refused = await server.call('create_customers', args);
  expect(refused.isError).toBe(true);
  expect(refused.text).toContain('The API key has changed since this plan was made. Nothing was sent.');
  expect(refused.text).toContain('Call plan_customers to make a new plan.');
  expect(place.posts()).toBe(0);
});

test('live: a customer that appeared after the approval is asked about in a new plan', async () => {
  await using place = await openPlace();
  await using server = await connect({ argv: ['--live'], env: place.env });
  const args = await plan(server);
  const { data } = await server.call('create_customers', args);
  await answer(place, data['approval_code'], 'approved');
  const { baseUrl } = place.live;
  await fetch(`${baseUrl}/customers`, {
    method: 'POST',
    headers: { authorization: `Bearer ${place.env['HELPCRUNCH_API_KEY']}` },
    body: JSON.stringify({ name: 'Grace', email: ada.email }),
  });
  const stopped = await server.call('create_customers', args);
  expect(stopped.data).toMatchObject({
    results: [
      {
        outcome: 'needs-confirmation',
        customerExists: 'no',
        issues: [{ code: 'needs-confirmation' }, { code: 'email-used' }],
      },
    ],
  });
  expect(stopped.text).toContain('Call plan_customers again: something changed since the plan was made.');
  expect(place.posts()).toBe(1);
});

test('live: what a job created before its approval ran out is reported, and the rest needs another approval', async () => {
  await using place = await openPlace();
  const started = () => connect({ argv: ['--live'], env: place.env });
  const file = (id: string) => join(place.stateFolder, 'agents', 'plans', `${id}.json`);
  let args = { plan_id: '', request_key: '' };
  {
    await using server = await started();
    args = await plan(server, [ada, { name: 'Grace' }]);
    const { data } = await server.call('create_customers', args);
    await answer(place, data['approval_code'], 'approved');
    await server.call('create_customers', args);
  }
  // As after a rate limit: the second was not tried, and meanwhile the approval ran out.
  const [job] = readdirSync(join(place.stateFolder, 'agents', 'jobs')).filter((name) =>
    name.endsWith('.json'),
  );
  const jobFile = join(place.stateFolder, 'agents', 'jobs', String(job));
  const { results, ...rest } = JSON.parse(readFileSync(jobFile, 'utf8'));
  writeFileSync(jobFile, JSON.stringify({ ...rest, results: [results[0], null] }));
  const stored = JSON.parse(readFileSync(file(args.plan_id), 'utf8'));
  writeFileSync(file(args.plan_id), JSON.stringify({ ...stored, approval: { ...stored.approval, at: 0 } }));
  await using server = await started();
  const asked = await server.call('create_customers', args);
  expect(asked.data).toMatchObject({ status: 'approval_required', results: [{ outcome: 'created' }] });
  expect(asked.text).toContain('Nothing more was sent');
  expect(asked.data['approval_code']).not.toBe(stored.code);
  const current = JSON.parse(readFileSync(file(args.plan_id), 'utf8'));
  writeFileSync(file(args.plan_id), JSON.stringify({ ...current, expiresAt: 0 }));
  const expired = await server.call('create_customers', args);
  expect(expired.data).toMatchObject({
    status: 'done',
    results: [
      { outcome: 'created' },
      { outcome: 'cancelled', next: ['Call plan_customers to make a new plan.'] },
    ],
  });
  expect(place.posts()).toBe(2);
});

test.each([{ live: true }, { account: 'live' }, { api_key: 'k' }, { approve: true }])(
  'no tool takes %j',
  async (extra) => {
    await using place = await openPlace();
    await using server = await connect({ env: place.env });
    const args = { ...(await plan(server)), ...extra };
    const refused = await server.call('create_customers', args);
    expect(refused.isError).toBe(true);
    expect(refused.text).toContain('Invalid arguments for tool create_customers');
    expect(place.posts()).toBe(0);
  },
);
