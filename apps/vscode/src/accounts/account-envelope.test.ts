import { expect, test } from 'vitest';
import { openAccounts, sealAccounts } from './account-envelope.ts';
import { labelProblem, renamed } from './account-list.ts';

const account = { id: '1', label: 'Production', baseUrl: 'https://api.helpcrunch.com/v1', key: 'k' };

test('accounts come back from their secret as they went in', () => {
  expect(openAccounts(sealAccounts([account]))).toEqual([account]);
  expect(openAccounts(undefined)).toEqual([]);
});

test('a secret of another version is not taken for an empty one', () => {
  expect(openAccounts('{"version": 2, "accounts": []}')).toBeUndefined();
  expect(openAccounts('nonsense')).toBeUndefined();
  expect(openAccounts('{"version": 1, "accounts": [{"id": 1}]}')).toBeUndefined();
});

test('two accounts never have one name, and none is called as the sandbox is', () => {
  expect(labelProblem(' production ', [account])).toBeDefined();
  expect(labelProblem('Production', [account], '1')).toBeUndefined();
  expect(labelProblem('SANDBOX', [])).toBeDefined();
  expect(labelProblem('  ', [])).toBeDefined();
  expect(labelProblem('Staging', [account])).toBeUndefined();
});

test('renaming changes one label and no key', () => {
  expect(renamed([account], '1', ' Live ')).toEqual([{ ...account, label: 'Live' }]);
});
