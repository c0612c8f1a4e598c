import { expect, test } from 'vitest';
import { makeImportPlan } from '../src/import/import-plan.ts';
import { runImported } from '../src/import/import-run.ts';

const seed = 20_260_103;
const plans = Array.from({ length: 6 }, (_, number) => makeImportPlan(seed, number));

test.each(plans.map((plan) => [plan.number, plan] as const))(
  'runImported: run %i keeps every promise',
  async (_number, plan) => {
    expect((await runImported(plan)).wrong).toEqual([]);
  },
);

test('makeImportPlan: the runs above kill processes, and lose answers', () => {
  expect(plans.some(({ kills }) => kills.length > 0)).toBe(true);
  expect(plans.some(({ faults }) => (faults.rates.lostResponse ?? 0) > 0)).toBe(true);
  expect(plans.some(({ undo }) => undo !== undefined)).toBe(true);
  expect(plans.some(({ fix }) => fix)).toBe(true);
});
