import type { Draft, DriverName } from './drivers/driver-name.ts';
import type { Fault, FaultRun } from './faults/fault.ts';
import { faults } from './faults/fault-list.ts';
import { makeDraft } from './make-draft.ts';
import { createRandom, type Random } from './random.ts';
import { makeKey } from './secrets.ts';

/** One run, derived entirely from its seed and its number. */
export interface RunPlan {
  readonly seed: number;
  readonly number: number;
  readonly fault: Fault;
  readonly driver: DriverName;
  readonly draft: Draft;
  readonly key: string;
  readonly run: FaultRun;
  /** For what the driver has to choose. */
  readonly random: Random;
}

/** Every kind once, or as often as its share says: run after run takes the next one, round and round. */
const round: readonly Fault[] = faults.flatMap((fault) =>
  Array.from({ length: fault.share ?? 1 }, () => fault),
);

/** So many runs have every kind at least once. */
export const roundLength = round.length;

export function kindOf(number: number): string {
  return round[number % round.length]?.name ?? '';
}

export function makePlan(seed: number, number: number): RunPlan {
  const place = number % round.length;
  const fault = round[place];
  if (!fault) throw new RangeError(`no kind of fault at ${number}`);
  const random = createRandom(seed, number);
  const driver = driverOf(fault, random);
  const draft = makeDraft(random, driver);
  const turn = Math.floor(number / round.length) * (fault.share ?? 1) + place - round.indexOf(fault);
  const run = fault.plan({ random, turn, driver, customer: draft });
  const key = makeKey(random, run.address === 'sandbox');
  return { seed, number, fault, driver, draft, key, run, random };
}

/** Programs take a thousand times longer than a call: they get a small share, in percent. */
const programShare = 10;

function driverOf({ drivers }: Fault, random: Random): DriverName {
  const isProgram = (driver: DriverName) => driver === 'cli' || driver === 'wizard';
  const quick = drivers.filter((driver) => !isProgram(driver));
  const programs = drivers.filter(isProgram);
  const [first, ...others] =
    programs.length > 0 && (quick.length === 0 || random.percent(programShare)) ? programs : quick;
  if (!first) throw new RangeError('a kind of fault without a driver');
  return random.pick([first, ...others]);
}
