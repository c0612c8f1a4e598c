import { expect, test } from 'vitest';
import { makeKillPlan, programNames, troubles } from '../src/kill/kill-plan.ts';
import { runKilled } from '../src/kill/kill-run.ts';

/** Always the same runs: what passed yesterday and fails today was changed in between. */
const seed = 20_260_102;
const plans = Array.from({ length: 40 }, (_, number) => makeKillPlan(seed, number));

test.each(plans.map((plan) => [plan.number, plan.trouble, plan.program, plan] as const))(
  'runKilled: run %i, %s at %s, keeps every promise',
  async (_number, _trouble, _program, plan) => {
    expect((await runKilled(plan)).wrong).toEqual([]);
  },
);

test('makeKillPlan: the runs above have every trouble and every program', () => {
  expect(new Set(plans.map(({ trouble }) => trouble))).toEqual(new Set(troubles.map(({ name }) => name)));
  expect(new Set(plans.map(({ program }) => program))).toEqual(new Set(programNames));
});

test('runKilled: a program that keeps no ledger is caught sending twice', async () => {
  const run = await runKilled({
    ...makeKillPlan(seed, 0),
    trouble: 'moment',
    program: 'script',
    moment: { kind: 'time', after: 'stored', laterMs: 0 },
    answerMs: 700,
    customer: { name: 'Ada' },
    flags: ['--no-ledger'],
  });
  expect(run.wrong).toContainEqual(expect.stringMatching(/^sent \d times$/));
});
