import type { AccountLabel } from '@helpcrunch-customer-kit/core';
import { customers, duration, number, type RunEvent, secondsToSend } from '@helpcrunch-customer-kit/import';
import { fit } from '../../render/layout.ts';
import type { Size } from '../../render/view.ts';
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
  /** Aborted when the run is to stop. */
  readonly stop: AbortSignal;
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
  const { stderr, block, total, stop } = options;
  const count = createCount(options);
  const began = performance.now();
  let [lastShown, lastTenth] = [-frameMs, 0];
  let timer: NodeJS.Timeout | undefined;
  const print = () => {
    const seconds = (performance.now() - began) / 1000;
    stderr.write(`${number(count.done)} of ${customers(total)}: ${count.summary()} (${duration(seconds)})\n`);
  };
  const draw = () => {
    block?.show((size) => progressView(options, count, size));
    clearTimeout(timer);
    // Only a wait changes without an event.
    if (block && count.waitMs() > 0) timer = setTimeout(draw, Math.min(1000, count.waitMs()));
  };
  const onStop = () => {
    if (block) draw();
    else stderr.write('Stopping. Rows on their way finish first.\n');
  };
  draw();
  stop.addEventListener('abort', onStop);
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
      if (block) draw();
      else print();
    },
    async end() {
      clearTimeout(timer);
      stop.removeEventListener('abort', onStop);
      await block?.close();
    },
  };
}

const waitReasons = {
  'rate-limited': 'Rate limited (429)',
  'not-reachable': "HelpCrunch can't be reached",
  'in-flight': 'A row with the same email or user ID is being sent',
} as const;

type Count = ReturnType<typeof createCount>;

/** What came of the rows so far, and what happened last. */
function createCount({ hide }: ProgressOptions) {
  const counts = { created: 0, skipped: 0, failed: 0, unknown: 0, sending: 0 };
  let [note, reason, waitsUntil] = ['', '', 0];
  const waitMs = () => Math.max(0, waitsUntil - performance.now());
  return {
    done: 0,
    /** For so long nothing is sent. */
    waitMs,
    note: () => (waitMs() > 0 ? `${reason}. Waiting ${duration(waitMs() / 1000)}.` : note),
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
            note = hide(`Line ${event.row.row.line}: ${event.result.message}`);
          return;
        case 'looking-up':
          note = `Looking for ${customers(event.rows)} whose answer was lost.`;
          return;
        default:
          reason = waitReasons[event.reason];
          waitsUntil = performance.now() + event.milliseconds;
      }
    },
  };
}

/** At most six rows: how far it is, what came of it, and what happened last. */
function progressView(
  { account, total, rate, stop }: ProgressOptions,
  { done, note, summary, waitMs }: Count,
  { columns }: Size,
) {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const width = Math.max(10, Math.min(60, columns - 6));
  const filled = Math.round(share * width);
  const left = Math.ceil(secondsToSend(total - done, rate) + waitMs() / 1000);
  const progress = `${number(done)} of ${number(total)}`;
  const percent = `${Math.floor(share * 100)}%`;
  return {
    title: stop.aborted ? `Stopping at ${progress}` : `Importing ${progress}`,
    aside: stop.aborted ? percent : `${percent} · ${duration(left)} left`,
    account: account.kind,
    body: [
      { text: `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`, tone: 'good' },
      { text: summary(), tone: 'plain' },
    ] as const,
    // In two rows at most.
    notes:
      note() === '' ? [] : [{ text: fit(note(), 2 * (Math.min(columns, 72) - 8)), tone: 'advice' } as const],
    keys: stop.aborted ? 'Ctrl+C stop waiting for answers' : 'Ctrl+C stop · rows on their way finish first',
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
