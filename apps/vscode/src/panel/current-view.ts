import type { Attempt } from '../attempts/attempt.ts';
import type { AttemptStore } from '../attempts/attempt-store.ts';
import type { PanelView } from './panel-view.ts';
import { toPanelView } from './to-panel-view.ts';

/** What the panel shows now; `undefined` before the first attempt. */
export function currentView(attempts: AttemptStore, isBrowser: boolean): PanelView | undefined {
  const { run, shown, wait } = attempts;
  if (!run || !shown) return undefined;
  const { attempt } = shown;
  return toPanelView(attempt, {
    hasSource: attempt.uri !== undefined,
    hints: hints(attempt, isBrowser),
    wait: wait?.attempt === attempt ? wait : undefined,
    now: Date.now(),
    run,
  });
}

/** What only a browser knows about an outcome. */
function hints({ account, outcome }: Attempt, isBrowser: boolean): string[] {
  const isLost = outcome.outcome === 'unknown' && outcome.reason === 'connection-lost';
  return isBrowser && isLost && account.kind === 'live'
    ? [
        'HelpCrunch may not accept requests from a browser. To send customers, use VS Code on a desktop or a remote.',
      ]
    : [];
}
