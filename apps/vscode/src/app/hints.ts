import type { Attempt } from '../send/attempt.ts';

/** What only this surface knows about an outcome. */
export function hints({ account, outcome }: Attempt, isBrowser: boolean): string[] {
  const isLost = outcome.outcome === 'unknown' && outcome.reason === 'connection-lost';
  return isBrowser && isLost && account.kind === 'live'
    ? [
        'In a browser HelpCrunch may not let itself be called: editing works here, sending needs VS Code on a desktop or a remote.',
      ]
    : [];
}
