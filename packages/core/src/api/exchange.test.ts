import { expect, test } from 'vitest';
import { retryAfterSeconds } from './exchange.ts';

const now = () => Date.UTC(2026, 0, 15, 12);

function asked(header?: string): number | undefined {
  const response = new Response(null, { headers: header === undefined ? {} : { 'retry-after': header } });
  return retryAfterSeconds(response, now);
}

test.each([
  ['0', 0],
  ['2', 2],
  ['3600', 3600],
  ['Thu, 15 Jan 2026 12:00:30 GMT', 30],
])('%s asks for %i seconds', (header, seconds) => {
  expect(asked(header)).toBe(seconds);
});

test.each([
  undefined,
  '',
  'soon',
  '-5',
  '1.5',
  '3601',
  '99999999999999999999',
  'Thu, 15 Jan 2026 11:00:00 GMT',
])('%j asks for no wait that anyone would sit through', (header) => {
  expect(asked(header)).toBeUndefined();
});
