import { createHash } from 'node:crypto';
import type { FaultRates } from '@helpcrunch-customer-kit/sandbox';
import { createRandom, type Random } from '../random.ts';

/** One row of the generated table, and what it has to come to. */
export interface PlannedRow {
  /** The line as it is in the file. */
  readonly text: string;
  /** Unlike the name of any other customer. */
  readonly name: string;
  readonly email: string;
  readonly userId: string;
  readonly isValid: boolean;
  /** The key under which the run store knows it. */
  readonly key: string;
}

/** When a process is killed: before a change to its files, after a request arrived, or some milliseconds after its start. */
export type Kill =
  | { readonly kind: 'change'; readonly at: number; readonly isHalf: boolean }
  | { readonly kind: 'request'; readonly at: number; readonly isAnswered: boolean }
  | { readonly kind: 'time'; readonly milliseconds: number }
  | { readonly kind: 'none' };

export interface ImportPlan {
  readonly seed: number;
  readonly number: number;
  /** The engine in a process of its own with a clock that does not wait, or the program as it is shipped. */
  readonly driver: 'engine' | 'program';
  readonly rows: readonly PlannedRow[];
  readonly header: string;
  readonly rate: number;
  readonly faults: { readonly seed: number; readonly rates: Partial<FaultRates> };
  readonly maxSearchFilters: number | undefined;
  /** For each process, in turn; the last one is not killed. */
  readonly kills: readonly Kill[];
  readonly random: Random;
}

const header = 'name,email,user id';

/** Every so many runs, the program as it is shipped takes part, in real time. */
const programEvery = 50;

export function makeImportPlan(seed: number, number: number): ImportPlan {
  const random = createRandom(seed, number);
  const driver = number % programEvery === programEvery - 1 ? 'program' : 'engine';
  const rows = makeRows(random, driver === 'program' ? random.int(4, 10) : random.int(1, 60));
  return {
    seed,
    number,
    driver,
    rows,
    header,
    rate: driver === 'program' ? 119 : random.pick([100, 119, 60, 20]),
    faults: { seed: random.int(0, 1_000_000), rates: makeRates(random, driver) },
    maxSearchFilters: random.percent(30) ? random.int(1, 12) : undefined,
    kills: Array.from({ length: random.int(0, driver === 'program' ? 2 : 4) }, () =>
      makeKill(random, rows.length),
    ),
    random,
  };
}

function makeRows(random: Random, count: number): readonly PlannedRow[] {
  const rows: PlannedRow[] = [];
  for (let index = 0; index < count; index += 1) {
    const earlier = rows[random.int(0, Math.max(0, index - 1))];
    const isEqual = earlier !== undefined && random.percent(4);
    const isShared = earlier?.isValid === true && random.percent(4);
    const mark = `${index}${random.word(5).toLowerCase()}`;
    const isValid = !random.percent(6);
    const validEmail = isShared ? earlier.email : random.percent(75) ? `ada.${mark}@example.com` : '';
    const fresh = {
      name: `Ada ${mark}`,
      email: isValid ? validEmail : 'no address',
      userId: random.percent(60) ? `u-${mark}` : '',
      isValid,
    };
    const { name, email, userId } = isEqual ? earlier : fresh;
    const occurrence = rows.filter((row) => row.name === name).length;
    const cells = [name, email, userId];
    while (cells.at(-1) === '') cells.pop();
    const hash = createHash('sha256').update(JSON.stringify(cells)).digest('hex');
    const text = `${name},${email},${userId}`;
    rows.push({
      text,
      name,
      email,
      userId,
      isValid: isEqual ? earlier.isValid : isValid,
      key: `${hash}-${occurrence}`,
    });
  }
  return rows;
}

function makeRates(random: Random, driver: ImportPlan['driver']): Partial<FaultRates> {
  // A storm and a slow search take real time, which the program as it is shipped cannot pass over.
  const isEngine = driver === 'engine';
  return {
    lostResponse: random.pick([0, 0.03, 0.1, 0.3]),
    rateLimitStorm: isEngine ? random.pick([0, 0.01, 0.03]) : 0,
    unauthorized: random.pick([0, 0, 0.01]),
    userIdTaken: random.pick([0, 0.02, 0.1]),
    droppedAttributes: random.pick([0, 0.1]),
    laggingSearch: random.pick([0, 0.1, 0.5]),
    slowSearch: 0,
  };
}

function makeKill(random: Random, rows: number): Kill {
  switch (random.pick(['change', 'change', 'request', 'request', 'time'] as const)) {
    case 'change':
      return { kind: 'change', at: random.int(0, 12 + rows * 14), isHalf: random.percent(30) };
    case 'request':
      return {
        kind: 'request',
        at: random.int(1, 2 + Math.ceil(rows * 1.2)),
        isAnswered: random.percent(50),
      };
    default:
      return { kind: 'time', milliseconds: random.int(100, 900) };
  }
}
