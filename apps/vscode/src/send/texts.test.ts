import { expect, test } from 'vitest';
import { confirmText } from './confirm-text.ts';
import { duplicateWords } from './duplicate-words.ts';
import { sentRecentlyWords } from './guard-words.ts';
import { hideKeysIn } from './hide-keys-in.ts';

const account = { label: 'Production', host: 'api.helpcrunch.com' };

test('the question names account, host and the exact body', () => {
  const { message, detail, isBodyElsewhere } = confirmText({ name: 'Ada' }, account, ['Sent before.']);
  expect(message).toContain('Production');
  expect(detail.split('\n')).toEqual([
    'Account: Production',
    'Host: api.helpcrunch.com',
    'Sent before.',
    '',
    '{',
    '  "name": "Ada"',
    '}',
  ]);
  expect(isBodyElsewhere).toBe(false);
});

test('a body that no dialog holds is shown elsewhere', () => {
  const { detail, isBodyElsewhere, body } = confirmText({ notes: 'x'.repeat(5000) }, account, []);
  expect(isBodyElsewhere).toBe(true);
  expect(detail.length).toBeLessThan(200);
  expect(body).toContain('x'.repeat(5000));
});

test('a key is hidden wherever it stands in what is kept', () => {
  const kept = hideKeysIn({ a: ['my-secret'], 'x my-secret': { b: 'Bearer abcdefgh1jklmnopq', c: 1 } }, [
    'my-secret',
  ]);
  expect(JSON.stringify(kept)).not.toMatch(/my-secret|abcdefgh1jklmnopq/);
  expect(kept).toMatchObject({ a: ['[hidden]'] });
});

test('what was sent a moment ago is said as surely as it is known', () => {
  const permit = { kind: 'sent-recently', secondsAgo: 1 } as const;
  expect(sentRecentlyWords({ ...permit, customerExists: 'yes' })).toContain('was created 1 second ago');
  expect(sentRecentlyWords({ ...permit, customerExists: 'unknown' })).toContain('may have been created');
});

test('whoever has the email is named', () => {
  const matches = {
    kind: 'matches',
    complete: true,
    customers: [{ id: 1, name: 'Ada' }, { id: 2 }],
  } as const;
  const words = duplicateWords({ kind: 'duplicates', byUserId: undefined, byEmail: matches });
  expect(words).toContain('"Ada" (id 1) and 1 more');
  expect(duplicateWords({ kind: 'duplicates', byUserId: undefined, byEmail: undefined })).toBeUndefined();
});
