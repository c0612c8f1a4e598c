/** A wait that no one sits through, in seconds; a longer one is not believed. */
const longest = 3600;

/** How long an answer asks to wait, in whole seconds: `Retry-After` as seconds or as a date (RFC 9110). */
export function retryAfterSeconds(response: Response, now: () => number): number | undefined {
  const header = response.headers.get('retry-after')?.trim();
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - now()) / 1000);
  return seconds >= 0 && seconds <= longest ? seconds : undefined;
}
