import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { formatEntry } from '../src/ledger/stored-entry.ts';

/** Adds settled entries to an account's folder as `tidy` would, without waiting for each. */
export function writeSettledLines(
  folder: string,
  { count, at, salt, keyed = false }: { count: number; at: number; salt: string; keyed?: boolean },
): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = openSync(join(folder, 'settled.jsonl'), 'w', 0o600);
  writeSync(
    file,
    `${JSON.stringify({ version: 1, ledger: 'host-api.helpcrunch.com', salt, file: 'made-by-a-test' })}\n`,
  );
  for (let from = 0; from < count; from += 10_000) {
    const lines = Array.from({ length: Math.min(10_000, count - from) }, (_, index) => {
      const number = from + index;
      const hash = (kind: string) =>
        createHash('sha256').update(`${kind}${number}`).digest().subarray(0, 16).toString('base64url');
      return `${formatEntry({
        id: `e${String(number).padStart(11, '0')}`,
        state: 'created',
        at,
        fingerprint: hash('fingerprint'),
        userIdHash: hash('userId'),
        ...(keyed ? { idempotencyKeyHash: hash('key') } : {}),
        customerId: String(number),
        account: 'test/one',
      })}\n`;
    });
    writeSync(file, lines.join(''));
  }
  closeSync(file);
}
