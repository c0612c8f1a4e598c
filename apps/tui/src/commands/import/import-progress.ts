import type { AccountLabel } from '@helpcrunch-customer-kit/core';
import { customers, duration, number, type RunEvent, secondsToSend } from '@helpcrunch-customer-kit/import';
import { fit } from '../../render/layout.ts';
import type { LiveBlock } from './menu.ts';

export interface ProgressOptions {
  readonly stderr: NodeJS.WriteStream;
  /** Where it is drawn; lines without. */
  readonly block: LiveBlock | undefined;
  readonly account: AccountLabel;
  /** Rows that are to be sent. */
  readonly total: number;
  /** Requests a minute. */
  readonly rate: number;
  /** One JSON line for each row. */
  readonly isJson: boolean;
  readonly hide: (text: string) => string;
}

export interface ImportProgress {
  onEvent(event: RunEvent): void;
  /** Removes what is drawn. */
  end(): Promise<void>;
}

/** At most four frames a second; without a terminal a line each ten percent or 30 seconds. */
const [frameMs, lineMs] = [250, 30_000];

/** Shows how far a run is: a block that is redrawn, plain lines, or JSON Lines. */
export function importProgress(options: ProgressOptions): ImportProgress {
  if (options.isJson) return jsonProgress(options);
  const { stderr, block, total } = options;
  const count = createCount(options);
  const began = performance.now();
  let [lastShown, lastTenth] = [-frameMs, 0];
  const print = () => {
    const seconds = (performance.now() - began) / 1000;
    stderr.write(`${number(count.done)} of ${customers(total)}: ${count.summary()} (${duration(seconds)})\n`);
  };
  return {
    onEvent(event) {
      count.add(event);
      const now = performance.now();
      const since = now - lastShown;
      const tenth = total === 0 ? 0 : Math.floor((count.done / total) * 10);
      const isDue = block ? since >= frameMs || event.kind !== 'row' : tenth > lastTenth || since >= lineMs;
      if (!isDue) return;
      lastTenth = tenth;
      lastShown = now;
      if (block) block.show(progressView(options, count, stderr.columns ?? 80));
      else print();
    },
    end: async () => block?.close(),
  };
}

type Count = ReturnType<typeof createCount>;

/** What came of the rows so far, and what happened last. */
function createCount({ hide }: ProgressOptions) {
  const counts = { created: 0, skipped: 0, failed: 0, unknown: 0, sending: 0 };
  return {
    done: 0,
    note: '',
    summary: () =>
      Object.entries(counts)
        .filter(([name, value]) => value > 0 && name !== 'sending')
        .map(([name, value]) => `${number(value)} ${name}`)
        .join(' · ') || 'Starting…',
    add(event: RunEvent) {
      switch (event.kind) {
        case 'row':
          if (event.isRepeat) counts.unknown -= 1;
          else this.done += 1;
          counts[event.result.state] += 1;
          if (event.result.state === 'failed')
            this.note = hide(`Line ${event.row.row.line}: ${event.result.message}`);
          return;
        case 'looking-up':
          this.note = `Looking for ${customers(event.rows)} whose answer was lost.`;
          return;
        default: {
          const reason =
            event.reason === 'rate-limited' ? 'Rate limited (429)' : "HelpCrunch can't be reached";
          this.note = `${reason}. Waiting ${duration(event.milliseconds / 1000)}.`;
        }
      }
    },
  };
}

/** At most six rows: how far it is, what came of it, and what happened last. */
function progressView(
  { account, total, rate }: ProgressOptions,
  { done, note, summary }: Count,
  columns: number,
) {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const width = Math.max(10, Math.min(60, columns - 6));
  const filled = Math.round(share * width);
  const left = Math.ceil(secondsToSend(total - done, rate));
  return {
    title: `Importing ${number(done)} of ${number(total)}`,
    aside: `${Math.floor(share * 100)}% · ${duration(left)} left`,
    account: account.kind,
    body: [
      { text: `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`, tone: 'good' },
      { text: summary(), tone: 'plain' },
      ...(note === '' ? [] : [{ text: fit(note, columns - 4), tone: 'advice' } as const]),
    ] as const,
    notes: [],
    keys: 'Ctrl+C stop · rows on their way finish first',
  };
}

function jsonProgress({ stderr, hide }: ProgressOptions): ImportProgress {
  return {
    onEvent(event) {
      const line =
        event.kind === 'row'
          ? { event: 'row', line: event.row.row.line, ...event.result }
          : { ...event, event: event.kind };
      stderr.write(`${hide(JSON.stringify(line))}\n`);
    },
    end: async () => {},
  };
}
