import type { Attempt } from '../attempts/attempt.ts';

/** What HelpCrunch asks to wait when it does not say how long. */
const standard = 60;

/** When a customer that came too fast may go again, in milliseconds since 1970; `undefined` for any other outcome. */
export function waitOver({ outcome, endedAt }: Attempt): number | undefined {
  return outcome.outcome === 'rate-limited' ? endedAt + (outcome.retryAfter ?? standard) * 1000 : undefined;
}
