import type { Fetch } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { checkText, each, hash, machine } from '../../test/import.ts';
import { planImport } from '../check/plan-import.ts';
import { ExistingCheck } from './check-existing.ts';
import { createPacer } from './pacer.ts';

const rows = Array.from({ length: 45 }, (_, n) => `Ada ${n},ada${n}@example.com,u-${n}`);
const text = `name,email,user id\n${rows.join('\n')}\n`;
const customers = [
  { name: 'Old', email: 'ada3@example.com' },
  { name: 'Older', userId: 'u-7' },
];

/** Plans the rows with a check for customers that exist. */
async function plan(one: ReturnType<typeof machine>, existing: 'skip' | 'create' = 'skip') {
  const { store, connection, time } = one;
  const account = { kind: 'live', label: 'main', host: 'sandbox.example', connection } as const;
  const pacer = createPacer({ rate: 100, clock: time.now, pause: time.pause });
  const existingCheck = new ExistingCheck({ account, pacer, existing });
  return planImport(each(await checkText(text)), { store, existing, hash, rate: 100, existingCheck });
}

test('planImport: counts who exists as skipped, by user ID or email, with one search for 20 rows', async () => {
  const one = machine({ options: { customers } });
  const { totals, toCreate, issues, sample } = await plan(one);
  expect(totals).toMatchObject({ rows: 45, skipped: 2, pending: 43 });
  expect(toCreate).toBe(43);
  expect(issues.map(({ code, line, message }) => ({ code, line, message }))).toEqual([
    {
      code: 'exists-by-email',
      line: 5,
      message: 'Customer 1 in HelpCrunch has this email. The row is skipped.',
    },
    {
      code: 'exists-by-userId',
      line: 9,
      message: 'Customer 2 in HelpCrunch has this user ID. The row is skipped.',
    },
  ]);
  expect(sample.map(({ line }) => line)).toEqual([2, 3, 4, 6, 7]);
  expect(one.starts).toHaveLength(3);
  expect(one.sandbox.requests.every(({ path }) => path.endsWith('/search'))).toBe(true);
});

test('planImport: with --existing create, a used email does not skip a row', async () => {
  const { totals } = await plan(machine({ options: { customers } }), 'create');
  expect(totals).toMatchObject({ skipped: 1, pending: 44 });
});

test('planImport: a search that HelpCrunch finds too large is halved, and the next ones begin smaller', async () => {
  const one = machine({ options: { customers, maxSearchFilters: 10 } });
  expect((await plan(one)).totals).toMatchObject({ skipped: 2, pending: 43 });
  const sizes = one.sandbox.requests.map(({ body }) => JSON.parse(body).filter.length);
  expect(sizes.slice(0, 4)).toEqual([40, 20, 10, 10]);
  expect(Math.max(...sizes.slice(7))).toBeLessThanOrEqual(10);
});

// As in cal.diy#29769: a lookup that failed was taken as "none".
test.each([
  [500, 'x', 'not-reachable'],
  [401, { errors: [{ code: 'unauthorized', message: 'x' }] }, 'unauthorized'],
  [403, 'a page', 'blocked'],
] as const)('planImport: a search that fails with %i never counts as "none"', async (status, body, kind) => {
  const fails = (): Fetch => async () => Response.json(body, { status });
  const { stopped, toCreate } = await plan(machine({ through: fails }));
  expect(stopped).toMatchObject({ kind });
  expect(toCreate).toBe(0);
});
