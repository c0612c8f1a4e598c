import type { UndoEvent } from '@helpcrunch-customer-kit/import';
import { duration, number } from '@helpcrunch-customer-kit/import';

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
