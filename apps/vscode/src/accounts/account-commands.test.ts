import { expect, test } from 'vitest';
import { labelError, renamed } from './account-commands.ts';

const account = { id: '1', label: 'Production', baseUrl: 'https://api.helpcrunch.com/v1', key: 'k' };

test('labelError: an account never has the name of another one or of the sandbox', () => {
  expect(labelError(' production ', [account])).toBeDefined();
  expect(labelError('Production', [account], '1')).toBeUndefined();
  expect(labelError('SANDBOX', [])).toBeDefined();
  expect(labelError('  ', [])).toBeDefined();
  expect(labelError('Staging', [account])).toBeUndefined();
});

test('renamed: changes one label and no key', () => {
  expect(renamed([account], '1', ' Live ')).toEqual([{ ...account, label: 'Live' }]);
});
