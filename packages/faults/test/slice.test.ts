import { beforeAll, expect, test } from 'vitest';
import { runAll } from '../src/campaign/run-all.ts';
import { type JudgedRun, runOne } from '../src/campaign/run-one.ts';
import { faults } from '../src/faults/fault-list.ts';
import { makePlan, roundLength } from '../src/plan/run-plan.ts';
import { failureText } from '../src/report/failure.ts';
import { trustCertificates } from '../src/world/trusted.ts';

beforeAll(trustCertificates);

/** Always the same runs: what passed yesterday and fails today was changed in between. */
const seed = 20_260_101;

test('every kind of fault at least once, and not one wrong claim', async () => {
  const runs: JudgedRun[] = [];
  await runAll({
    seed,
    numbers: Array.from({ length: roundLength }, (_, number) => number),
    onRun: (run) => void runs.push(run),
    signal: new AbortController().signal,
  });
  expect(runs.filter(({ wrong }) => wrong.length > 0).map(failureText)).toEqual([]);
  expect(new Set(runs.map(({ plan }) => plan.fault.name))).toEqual(new Set(faults.map(({ name }) => name)));
});

test('a run is the same run whenever it is made up', () => {
  const [one, other] = [makePlan(seed, 17), makePlan(seed, 17)];
  const told = ({ caller, draft, key, play }: typeof one) => ({ caller, draft, key, detail: play.detail });
  expect(told(one)).toEqual(told(other));
  expect(told(makePlan(seed, 17))).not.toEqual(told(makePlan(seed + 1, 17)));
});

test('where nothing is wrong, nobody says that they do not know', async () => {
  const numbers = Array.from({ length: 10 }, (_, round) => round * roundLength);
  const runs = await Promise.all(numbers.map((number) => runOne(makePlan(seed, number))));
  expect(runs.map(({ plan, told }) => [plan.fault.name, told?.first])).toEqual(
    numbers.map(() => ['none', 'yes']),
  );
});
