// A process of its own that uses a ledger, for tests: node ledger-process.ts '{"folder": …}'
import { writeSync } from 'node:fs';
import type { SentAttempt } from '@helpcrunch-customer-kit/core';
import { createFileLedger } from '../src/ledger/file-ledger.ts';
import { faultFiles } from './fault-files.ts';
import { account, attemptOf, subject } from './subjects.ts';

interface Task {
  readonly folder: string;
  readonly names: readonly string[];
  /** Creates each name only if no other process did. */
  readonly onlyNew?: boolean;
  /** Kills itself at this file operation. */
  readonly killAt?: number;
}

const { folder, names, onlyNew = false, killAt }: Task = JSON.parse(process.argv[2] ?? '');
// A write that returned has left the process, whatever happens to it.
const report = (line: unknown) => writeSync(1, `${JSON.stringify(line)}\n`);

const { files } = faultFiles(killAt === undefined ? undefined : { kind: 'stop-half', at: killAt }, () =>
  process.kill(process.pid, 'SIGKILL'),
);
const ledger = createFileLedger({ folder, account, files });
report({ kind: 'ready' });
for (const name of names) {
  const who = subject({ name });
  const attempt: SentAttempt = attemptOf(who, Date.now());
  const entries = await ledger.find(who);
  if (onlyNew && entries.length > 0) {
    report({ kind: 'found', name });
    continue;
  }
  const begun = await ledger.begin(who, attempt, { known: entries });
  report({ ...begun, name });
  if (begun.kind !== 'began') continue;
  const settled = await ledger.settle(begun.id, { state: 'created', at: Date.now(), customerId: name });
  report({ kind: settled ? 'settled' : 'not-settled', name });
}
await ledger.idle();
