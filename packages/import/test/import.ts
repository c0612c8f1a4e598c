import { createHash } from 'node:crypto';
import {
  ApiKey,
  type Connection,
  connect,
  createMemoryLedger,
  type Fetch,
  type Ledger,
} from '@helpcrunch-customer-kit/core';
import { createSandbox, type SandboxOptions } from '@helpcrunch-customer-kit/sandbox';
import { type CheckedRow, type CheckOptions, checkRows } from '../src/check/check-rows.ts';
import { type MappingChoices, mapColumns } from '../src/mapping/mapping.ts';
import { profileColumns } from '../src/mapping/profile.ts';
import { type Bucket, bucketOf } from '../src/result/buckets.ts';
import { createPacer, defaultRate } from '../src/run/pacer.ts';
import type { RunContext } from '../src/run/run-context.ts';
import { runImport } from '../src/run/run-import.ts';
import {
  createMemoryRunStore,
  type KeptResult,
  type RowResult,
  type RunStore,
} from '../src/run/run-store.ts';
import { readTable } from '../src/table/read-table.ts';
import type { SourceRow } from '../src/table/table.ts';

export const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** Opens text as a file. */
export function file(text: string) {
  return async function* open() {
    yield new TextEncoder().encode(text);
  };
}

/** Reads, maps and checks a whole text. */
export async function checkText(
  text: string,
  choices: MappingChoices = {},
  more: Partial<CheckOptions> = {},
): Promise<CheckedRow<SourceRow>[]> {
  const table = await readTable(file(text));
  const { columns } = await profileColumns(table.header, table.batches());
  const { mapping, questions } = mapColumns(columns, choices);
  if (questions.length > 0) throw new Error(JSON.stringify(questions));
  const checked: CheckedRow<SourceRow>[] = [];
  const options = { mapping, hash, now: Date.UTC(2026, 0, 1), ...more };
  for await (const row of checkRows(table, table.sourceBatches(), options)) checked.push(row);
  return checked;
}

/** Time that passes only while someone waits for it. */
export function virtualTime() {
  let now = Date.UTC(2026, 0, 1);
  return {
    now: () => now,
    pause: async (milliseconds: number) => {
      const end = now + milliseconds;
      await Promise.resolve();
      now = Math.max(now, end);
    },
  };
}

export interface Machine {
  /** Imports a text, as one run. */
  import(
    text: string,
    more?: Partial<RunContext> & { readonly choices?: MappingChoices },
  ): Promise<{
    readonly stopped: Awaited<ReturnType<typeof runImport>>;
    /** What became of each row, by its line. */
    readonly states: Readonly<Record<number, RowResult['state'] | undefined>>;
  }>;
  /** Where each row of a text would be counted, by its line. */
  buckets(text: string, choices?: MappingChoices): Promise<Readonly<Record<number, Bucket>>>;
  readonly sandbox: ReturnType<typeof createSandbox>;
  /** When each request began, in milliseconds. */
  readonly starts: number[];
  readonly store: { -readonly [Name in keyof RunStore]: RunStore[Name] };
  readonly ledger: Ledger;
  readonly connection: Connection;
  readonly time: ReturnType<typeof virtualTime>;
}

/** One account, its ledger and its store; `fetch` may stand between it and the sandbox. */
export function machine({
  options = {},
  through = (next: Fetch): Fetch => next,
}: {
  readonly options?: SandboxOptions;
  readonly through?: (next: Fetch) => Fetch;
} = {}): Machine {
  const time = virtualTime();
  const sandbox = createSandbox({ ...options, now: time.now });
  const starts: number[] = [];
  const key = ApiKey.read('abc');
  if (!key.ok) throw new Error(key.issue);
  const fetch = through((request) => sandbox.fetch(request));
  const connection = connect({
    baseUrl: 'http://sandbox.example/v1',
    apiKey: key.key,
    now: time.now,
    fetch: (request) => {
      starts.push(time.now());
      return fetch(request);
    },
  });
  const ledger = createMemoryLedger({ now: time.now });
  const results = new Map<string, KeptResult>();
  const store = createMemoryRunStore('run', results);
  return {
    sandbox,
    starts,
    store,
    ledger,
    connection,
    time,
    async buckets(text, choices) {
      const found: Record<number, Bucket> = {};
      for (const row of await checkText(text, choices))
        found[row.row.line] = bucketOf(row, await store.get(row.key));
      return found;
    },
    async import(text, { choices, ...more } = {}) {
      const rows = await checkText(text, choices);
      const pacer = createPacer({ rate: defaultRate, clock: time.now, pause: time.pause });
      const account = { kind: 'live', label: 'main', host: 'sandbox.example', connection } as const;
      const context = {
        account,
        ledger,
        store,
        hash,
        existing: 'skip',
        pacer,
        pause: time.pause,
        ...more,
      } as const;
      const stopped = await runImport(each(rows), context);
      const states: Record<number, RowResult['state'] | undefined> = {};
      for (const { row, key: rowKey } of rows) states[row.line] = (await store.get(rowKey))?.result.state;
      return { stopped, states };
    },
  };
}

export async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}
