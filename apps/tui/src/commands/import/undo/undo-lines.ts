import type { AccountLabel } from '@helpcrunch-customer-kit/core';
import {
  customers,
  duration,
  number,
  type UndoEvent,
  type UndoTotals,
} from '@helpcrunch-customer-kit/import';
import type { RunRecord } from '@helpcrunch-customer-kit/import/node';
import { tableLines } from '../../../render/layout.ts';
import { accountName } from '../import-lines.ts';

/** Each customer takes two requests: it is read, then deleted. */
const requestsPerCustomer = 2;

/** What an undo is going to do. */
export function previewLines(
  { customers: count, pending, failed, notOurs, ...done }: UndoTotals,
  {
    record,
    account,
    rate,
  }: { readonly record: RunRecord; readonly account: AccountLabel; readonly rate: number },
): string[] {
  if (count === 0) return [`Run ${record.run} created no customers that can be deleted.`, ...kept(notOurs)];
  const open = pending + failed;
  return [
    `Undo run ${record.run} of ${record.startedAt.slice(0, 10)}, ${record.input}`,
    ...tableLines([
      ['  Created by it', number(count)],
      ...(open < count
        ? [['  Done before', number(done.deleted + done.gone + done.changed + done.seen)]]
        : []),
      ['  To delete', number(open)],
    ]),
    `  Account: ${accountName(account)}`,
    '  Each customer is read first; customers that were changed or seen since stay.',
    `  Time: about ${duration((open * requestsPerCustomer * 60) / rate)} at ${rate} requests a minute.`,
    ...kept(notOurs),
  ];
}

function kept(notOurs: number): string[] {
  if (notOurs === 0) return [];
  return [
    `  ${customers(notOurs)} of the run ${notOurs === 1 ? 'stays' : 'stay'}: HelpCrunch's answer was lost, and another program may have created ${notOurs === 1 ? 'it' : 'them'}.`,
  ];
}

export function undoQuestion(count: number, account: AccountLabel): string {
  return `Delete ${customers(count)} in ${accountName(account)}? This can't be taken back.`;
}

/** What came of it. */
export function undoLines(totals: UndoTotals): string[] {
  const names = [
    ['Deleted', totals.deleted],
    ['Gone before', totals.gone],
    ['Kept, changed', totals.changed],
    ['Kept, seen', totals.seen],
    ['Failed', totals.failed],
    ['Pending', totals.pending],
  ] as const;
  return [
    ...tableLines(
      names
        .filter(([, count]) => count > 0)
        .map(([name, count]) => [name, number(count)])
        .concat([['Customers', number(totals.customers)]]),
    ),
    ...kept(totals.notOurs).map((line) => line.trim()),
  ];
}

/** One line that is redrawn at most four times a second; without a terminal a line each 30 seconds. */
const [frameMs, lineMs] = [250, 30_000];

/** Shows how far an undo is. */
export function undoProgress({
  stderr,
  total,
  done: before,
}: {
  readonly stderr: NodeJS.WriteStream;
  readonly total: number;
  readonly done: number;
}) {
  const isDrawn = stderr.isTTY === true && process.env['TERM'] !== 'dumb';
  let done = before;
  let lastDrawn = performance.now() - frameMs;
  const show = (note: string) => {
    const line = `${number(done)} of ${number(total)} done${note}`;
    stderr.write(isDrawn ? `\r\u001b[K${line.slice(0, (stderr.columns ?? 80) - 1)}` : `${line}\n`);
    lastDrawn = performance.now();
  };
  return {
    onEvent(event: UndoEvent): void {
      if (event.kind === 'waiting') {
        const reason = event.reason === 'rate-limited' ? 'rate limited' : "HelpCrunch can't be reached";
        show(`, ${reason}: waiting ${duration(event.milliseconds / 1000)}.`);
        return;
      }
      done += 1;
      if (performance.now() - lastDrawn >= (isDrawn ? frameMs : lineMs)) show('.');
    },
    end(): void {
      if (isDrawn) stderr.write('\r\u001b[K');
    },
  };
}
