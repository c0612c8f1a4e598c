// What a create costs, and what a large ledger costs at start-up: node scripts/measure-ledger.ts [entries…]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AccountFiles } from '../src/ledger/account-files.ts';
import { createFileLedger } from '../src/ledger/file-ledger.ts';
import { ledgerContext } from '../src/ledger/ledger-context.ts';
import { writeSettledLines } from '../test/settled-lines.ts';
import { account, attemptOf, ledgerName, subject } from '../test/subjects.ts';

const creates = 200;
const starts = 15;

/** A process of its own: opens the ledger, looks once, and prints how long that took. */
if (process.argv[2] === '--find') {
  const [began, used] = [performance.now(), process.cpuUsage()];
  const found = await createFileLedger({ folder: process.argv[3] ?? '', account }).find(
    subject({ name: 'start' }),
  );
  const { user, system } = process.cpuUsage(used);
  const cpu = (user + system) / 1000;
  console.log(JSON.stringify({ milliseconds: performance.now() - began, cpu, found: found.length }));
} else {
  const sizes = process.argv.slice(2).map(Number);
  for (const size of sizes.length > 0 ? sizes : [0, 1000, 100_000, 1_000_000]) await measure(size);
}

async function measure(size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'measure-'));
  try {
    const own = join(folder, 'ledger', ledgerName);
    const first = createFileLedger({ folder, account });
    const start = subject({ name: 'start' });
    const begun = await first.begin(start, attemptOf(start, Date.now()), { known: [] });
    if (begun.kind === 'began') await first.settle(begun.id, { state: 'unknown', at: Date.now() });
    await first.idle();
    writeSettledLines(own, { count: size, at: Date.now(), salt: 'any' });
    const context = ledgerContext({ folder });
    const files = new AccountFiles(ledgerName, undefined, context);
    const used = process.cpuUsage();
    const indexing = await timed(() => files.locked(() => files.tidy()));
    const cpu = process.cpuUsage(used).user / 1000;

    const finds = Array.from({ length: starts }, () => find(folder));
    const ledger = createFileLedger({ folder, account });
    const [begins, settles]: [number[], number[]] = [[], []];
    for (let index = 0; index < creates; index += 1) {
      const who = subject({
        name: `customer ${index}`,
        userId: `u-${index}`,
        email: `c${index}@example.com`,
      });
      await ledger.find(who);
      let id = '';
      begins.push(
        await timed(async () => {
          const result = await ledger.begin(who, attemptOf(who, Date.now()), { known: [] });
          if (result.kind === 'began') id = result.id;
        }),
      );
      settles.push(
        await timed(() => ledger.settle(id, { state: 'created', at: Date.now(), customerId: '1' })),
      );
      await ledger.idle();
    }
    const bytes = readdirSync(own).map(
      (name) => `${name} ${Math.round(statSync(join(own, name)).size / 1e6)} MB`,
    );
    console.log(
      [
        `${size} settled entries (${bytes.join(', ')})`,
        `  first index: ${indexing.toFixed(0)} ms, CPU ${cpu.toFixed(0)} ms, once`,
        `  find in a new process: ${spread(finds.map(({ milliseconds }) => milliseconds))} ms, CPU ${spread(finds.map(({ cpu }) => cpu))} ms (${starts} starts)`,
        `  begin: ${spread(begins)} ms · settle: ${spread(settles)} ms (${creates} creates)`,
        `  memory of this process: ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
      ].join('\n'),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function find(folder: string): { readonly milliseconds: number; readonly cpu: number } {
  const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--find', folder]);
  const { found, ...cost } = JSON.parse(stdout.toString());
  if (found !== 1)
    throw new Error(`found ${found} in ${readFileSync(join(folder, 'ledger', 'salt'), 'utf8')}`);
  return cost;
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

function middle(values: readonly number[]): string {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]?.toFixed(1) ?? '';
}

function spread(values: readonly number[]): string {
  const sorted = values.toSorted((one, other) => one - other);
  return `median ${middle(values)}, 95 % ${sorted[Math.floor(values.length * 0.95)]?.toFixed(1)}`;
}
