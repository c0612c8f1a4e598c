import { createRedactor } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { hideKeysIn } from './kept.ts';

test('hideKeysIn: hides a key wherever it is in what is kept', () => {
  const kept = hideKeysIn(
    { a: ['my-secret'], 'x my-secret': { b: 'Bearer abcdefgh1jklmnopq', c: 1 } },
    createRedactor(['my-secret']),
  );
  expect(JSON.stringify(kept)).not.toMatch(/my-secret|abcdefgh1jklmnopq/);
  expect(kept).toMatchObject({ a: ['[hidden]'] });
});
