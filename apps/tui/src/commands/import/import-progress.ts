import { customers, duration, number, type RunEvent, secondsToSend } from '@helpcrunch-customer-kit/import';

export interface ProgressOptions {
  readonly stderr: NodeJS.WriteStream;
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
  end(): void;
}

/** At most four frames a second; without a terminal a line each ten percent or 30 seconds. */
const [frameMs, lineMs] = [250, 30_000];

/** Shows how far a run is: a block that is redrawn, plain lines, or JSON Lines. */
export function importProgress(options: ProgressOptions): ImportProgress {
  if (options.isJson) return jsonProgress(options);
  const counts = { created: 0, skipped: 0, failed: 0, unknown: 0, sending: 0 };
  const began = performance.now();
  let [done, lastDrawn, drawnLines, lastTenth] = [0, -frameMs, 0, 0];
  let note = '';
  const { stderr, total, rate, hide } = options;
  const isDrawn = stderr.isTTY === true && process.env['TERM'] !== 'dumb';

  const summary = () => {
    const parts = Object.entries(counts).filter(([name, count]) => count > 0 && name !== 'sending');
    return parts.map(([name, count]) => `${number(count)} ${name}`).join(' · ') || 'starting';
  };
  const erase = () => {
    if (drawnLines > 0) stderr.write(`\u001b[${drawnLines}A\u001b[J`);
    drawnLines = 0;
  };
  const draw = () => {
    const left = Math.ceil(secondsToSend(total - done, rate));
    const width = Math.max(10, Math.min(40, (stderr.columns ?? 80) - 30));
    const filled = total === 0 ? width : Math.round((done / total) * width);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
    const lines = [
      `  ${bar} ${number(done)} of ${number(total)}`,
      `  ${summary()}`,
      `  About ${duration(left)} left. Ctrl+C stops after the rows that are on their way.`,
      ...(note === '' ? [] : [`  ${note}`]),
    ];
    erase();
    stderr.write(`${lines.map((line) => hide(line).slice(0, (stderr.columns ?? 80) - 1)).join('\n')}\n`);
    drawnLines = lines.length;
    lastDrawn = performance.now();
  };
  const print = () => {
    stderr.write(
      `${number(done)} of ${customers(total)}: ${summary()} (${duration((performance.now() - began) / 1000)})\n`,
    );
    lastDrawn = performance.now();
  };

  return {
    onEvent(event) {
      if (event.kind === 'row') {
        if (event.isRepeat) counts.unknown -= 1;
        else done += 1;
        counts[event.result.state] += 1;
        if (event.result.state === 'failed') note = `Line ${event.row.row.line}: ${event.result.message}`;
      } else {
        note =
          event.kind === 'looking-up'
            ? `Looking for ${customers(event.rows)} whose answer was lost.`
            : `${event.reason === 'rate-limited' ? 'Rate limited' : 'HelpCrunch can’t be reached'}: waiting ${duration(event.milliseconds / 1000)}.`;
      }
      const since = performance.now() - lastDrawn;
      const tenth = total === 0 ? 0 : Math.floor((done / total) * 10);
      if (isDrawn) {
        if (since >= frameMs || event.kind !== 'row') draw();
      } else if (tenth > lastTenth || since >= lineMs) {
        lastTenth = tenth;
        print();
      }
    },
    end: erase,
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
    end() {},
  };
}
