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
  readonly locale: string;
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
  /** Certain fixes are sent in place of wrong values. */
  readonly fix: boolean;
  /** What is deleted in the end, and when that is killed; `undefined` where nothing is. */
  readonly undo: { readonly kills: readonly Kill[] } | undefined;
  readonly random: Random;
}

const header = 'name,email,user id,locale';

/** Every so many runs, the program as it is shipped takes part, in real time. */
const programEvery = 50;

export function makeImportPlan(seed: number, number: number): ImportPlan {
  const random = createRandom(seed, number);
  const driver = number % programEvery === programEvery - 1 ? 'program' : 'engine';
  const fix = random.percent(50);
  const count = driver === 'program' ? random.int(4, 10) : random.int(1, 60);
  const rows = makeRows(random, { count, fix });
  const killsOf = (most: number, requests: number) =>
    Array.from({ length: random.int(0, most) }, () => makeKill(random, requests));
  return {
    seed,
    number,
    driver,
    rows,
    header,
    rate: driver === 'program' ? 119 : random.pick([100, 119, 60, 20]),
    faults: { seed: random.int(0, 1_000_000), rates: makeRates(random, driver) },
    maxSearchFilters: random.percent(30) ? random.int(1, 12) : undefined,
    kills: killsOf(driver === 'program' ? 2 : 4, rows.length),
    fix,
    undo: random.percent(40) ? { kills: killsOf(2, rows.length) } : undefined,
    random,
  };
}

/** New rows after those that are there; a few share an email or all cells with an earlier one. */
export function makeRows(
  random: Random,
  {
    count,
    fix,
    before = [],
  }: { readonly count: number; readonly fix: boolean; readonly before?: readonly PlannedRow[] },
): readonly PlannedRow[] {
  const rows: PlannedRow[] = [];
  for (let index = 0; index < count; index += 1) {
    const all = [...before, ...rows];
    const earlier = all[random.int(0, Math.max(0, all.length - 1))];
    const isEqual = earlier !== undefined && random.percent(4);
    const isShared = earlier?.isValid === true && random.percent(4);
    const mark = `${before.length + index}${random.word(5).toLowerCase()}`;
    const isWrong = random.percent(6);
    const locale = random.percent(15) ? (random.percent(50) ? 'English' : 'en') : '';
    const validEmail = isShared ? earlier.email : random.percent(75) ? `ada.${mark}@example.com` : '';
    const fresh = {
      name: `Ada ${mark}`,
      email: isWrong ? 'no address' : validEmail,
      userId: random.percent(60) ? `u-${mark}` : '',
      locale,
      isValid: !isWrong && (fix || locale !== 'English'),
    };
    rows.push(toRow(isEqual ? earlier : fresh, all));
  }
  return rows;
}

type Values = Pick<PlannedRow, 'name' | 'email' | 'userId' | 'locale' | 'isValid'>;

/** A row as it is in the file, below others. */
export function toRow(
  { name, email, userId, locale, isValid }: Values,
  above: readonly PlannedRow[],
): PlannedRow {
  const occurrence = above.filter((row) => row.name === name).length;
  const cells = [name, email, userId, locale];
  const text = cells.join(',');
  while (cells.at(-1) === '') cells.pop();
  const hash = createHash('sha256').update(JSON.stringify(cells)).digest('hex');
  return { text, name, email, userId, locale, isValid, key: `${hash}-${occurrence}` };
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
