import type { Draft, DriverName, Fault, FaultRun } from './faults/fault.ts';
import { faults } from './faults/fault-list.ts';
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

/** A customer without errors; whatever goes wrong with it is the fault's doing. */
function makeDraft(random: Random, driver: DriverName): Draft {
  const mark = random.word(8).toLowerCase();
  const texts = textFields(random, mark);
  // Only text is typed into the wizard.
  if (driver === 'wizard') return { name: `Ada ${mark}`, ...texts };
  return {
    ...texts,
    ...(Object.keys(texts).length === 0 || random.percent(70) ? { name: `Ada “${mark}” Ω🎈` } : {}),
    ...(random.percent(25) ? { firstSeen: String(random.int(1_000_000_000, 1_700_000_000)) } : {}),
    ...(random.percent(25) ? { source: `https://example.com/${mark}?a=b&c=d` } : {}),
    ...(random.percent(25) ? { locale: random.pick(['uk', 'en', 'pt', 'ja']) } : {}),
    ...(random.percent(30) ? { notes: `First connection\n"second" \\ ${mark}` } : {}),
    ...(random.percent(30) ? { tags: makeTags(random, mark) } : {}),
    ...(random.percent(30) ? { customData: makeCustomData(random, mark) } : {}),
  };
}

function textFields(random: Random, mark: string): Draft {
  return {
    ...(random.percent(70) ? { email: `ada.${mark}@example.com` } : {}),
    ...(random.percent(60) ? { userId: `u-${mark}` } : {}),
    ...(random.percent(40) ? { company: `Engines ${mark}` } : {}),
    ...(random.percent(30) ? { phone: `+3805${random.int(10_000_000, 99_999_999)}` } : {}),
  };
}

function makeTags(random: Random, mark: string) {
  return Array.from({ length: random.int(1, 3) }, (_, index) => ({
    name: `tag ${index} ${mark}`,
    ...(random.percent(50) ? { color: random.pick(['#ff0000', '#c377e0', '#00ff7f']) } : {}),
  }));
}

function makeCustomData(random: Random, mark: string) {
  return Array.from({ length: random.int(1, 3) }, (_, index) => ({
    property: `property-${index}`,
    value: random.pick<string | number | boolean>([mark, random.int(-1000, 1000), true, `${mark} & <more>`]),
  }));
}
