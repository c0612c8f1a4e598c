import type { PanelView } from '../panel/panel-view.ts';
import { toPanelView } from '../panel/to-panel-view.ts';
import { hints } from './hints.ts';
import type { LastAttempt } from './last-attempt.ts';

/** What the panel shows now; `undefined` before the first attempt. */
export function currentView(
  last: LastAttempt,
  { isBrowser, isWaiting }: { readonly isBrowser: boolean; readonly isWaiting: boolean },
): PanelView | undefined {
  const { run } = last;
  const attempt = last.get();
  if (!run || !attempt) return undefined;
  return toPanelView(attempt, {
    hasSource: attempt.uri !== undefined,
    hints: hints(attempt, isBrowser),
    isWaiting,
    now: Date.now(),
    run,
  });
}
