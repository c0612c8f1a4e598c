import type { RunEvent, StopReason } from '@helpcrunch-customer-kit/import';

/** Why nothing is sent for a while. */
export function waitMessage(event: Exclude<RunEvent, { kind: 'row' }>): string {
  if (event.kind === 'looking-up') return `looking for ${event.rows} whose response was lost`;
  const seconds = Math.ceil(event.milliseconds / 1000);
  const reason = event.reason === 'rate-limited' ? 'rate limited (429)' : 'HelpCrunch can’t be reached';
  return `${reason}, continues in ${seconds} s`;
}

/** What stopped a run, and what to do about it. */
export function stopMessage(stopped: StopReason): string {
  switch (stopped.kind) {
    case 'unauthorized':
    case 'blocked':
    case 'not-reachable':
      return stopped.message;
    case 'rate-limited':
      return 'HelpCrunch keeps rate limiting requests (429). Other integrations share the limit: continue later.';
    case 'ledger':
      return `The creates can’t be recorded, so the run stopped. ${stopped.message}`;
    case 'edited-unknown':
      return `Line ${stopped.line} has the user ID or email of a customer that may have been created. Check in the history whether that exists, then continue.`;
    case 'unknown-left':
      return 'A row that may have been created is not in the file anymore. Put it back, or check whether it exists in the history, then continue.';
    case 'many-unknown':
      return 'Five responses in a row were lost. Check the network, then continue.';
    case 'cancelled':
      return 'Canceled.';
    default: {
      const unreachable: never = stopped;
      return unreachable;
    }
  }
}
