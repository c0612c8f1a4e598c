import { expect, test } from 'vitest';
import { checkMessage } from './account-check.ts';
import { labelError } from './account-prompts.ts';

const account = { id: '1', label: 'Production', baseUrl: 'https://api.helpcrunch.com/v1', key: 'secret-key' };

test('labelError: an account never has the name of another one or of the sandbox', () => {
  expect(labelError(' production ', [account])).toBeDefined();
  expect(labelError('Production', [account], '1')).toBeUndefined();
  expect(labelError('SANDBOX', [])).toBeDefined();
  expect(labelError('  ', [])).toBeDefined();
  expect(labelError('Staging', [account])).toBeUndefined();
});

test('checkMessage: says what came back, and never shows the key', () => {
  const failure = { kind: 'refused', status: 401, retryAfter: undefined, byHelpCrunch: true } as const;
  const messages = [
    checkMessage({ kind: 'accepted' }, account),
    checkMessage({ kind: 'refused', failure }, account),
    checkMessage({ kind: 'no-verdict', failure: { ...failure, status: 429 } }, account),
  ];
  expect(messages).toEqual([
    'api.helpcrunch.com accepted the key of Production.',
    expect.stringMatching(/did not accept the key of Production \(401\)/),
    expect.stringMatching(/could not be checked .* rate limited \(429\)/),
  ]);
  expect(messages.join()).not.toContain('secret-key');
});
