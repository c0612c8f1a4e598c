import { apiKeyMessages, baseUrlMessages } from '@helpcrunch-customer-kit/core';
import { type Account, findLiveAccount, type KeySource } from '@helpcrunch-customer-kit/local';
import { sandboxAccount } from '../../account/sandbox-account.ts';
import { type CommandEnd, errorIssue } from '../command.ts';
import type { CommandContext } from '../reporting-command.ts';
import { importEnd } from './import-end.ts';
import type { ImportOptions } from './import-options.ts';

/** The account that an import goes to, or how the command ends without one. */
export async function findAccount(
  { sandbox }: Pick<ImportOptions, 'sandbox'>,
  { environment, keys, redactor, note }: CommandContext,
): Promise<{ readonly account: Account; readonly keySource?: KeySource } | { readonly end: CommandEnd }> {
  if (sandbox !== false) return { account: await sandboxAccount(sandbox === true ? undefined : sandbox) };
  const { reading, source, note: message } = await findLiveAccount(environment, keys);
  if (message !== undefined) note(message);
  switch (reading.kind) {
    case 'ready':
      redactor.learn(reading.account.connection.apiKey);
      return { account: reading.account, ...(source === undefined ? {} : { keySource: source }) };
    case 'unusable-url': {
      const issues = [
        errorIssue(`base-url-${reading.issue}`, `Nothing was sent. ${baseUrlMessages[reading.issue]}`),
      ];
      return { end: { ...importEnd({ outcome: 'invalid' }), issues, next: ['Check HELPCRUNCH_BASE_URL.'] } };
    }
    case 'no-key': {
      const issues = [
        errorIssue(`api-key-${reading.issue}`, `Nothing was sent. ${apiKeyMessages[reading.issue]}`),
      ];
      return {
        end: {
          ...importEnd({ outcome: 'unauthorized' }),
          issues,
          next: ['Set HELPCRUNCH_API_KEY, save a key with login, or add --sandbox.'],
        },
      };
    }
    default: {
      const unreachable: never = reading;
      return unreachable;
    }
  }
}
