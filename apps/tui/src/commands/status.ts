import { apiKeyMessages, baseUrlMessages } from '@helpcrunch-customer-kit/core';
import { findLiveAccount, type KeySource, liveHost } from '@helpcrunch-customer-kit/local';
import { sharedFlags } from '../command-line/flags.ts';
import { type CommandEnd, errorIssue } from './command.ts';
import { type CommandContext, reportingCommand } from './reporting-command.ts';
import { keyOutcomes, verifyKey } from './verify-key.ts';

const sources: Readonly<Record<KeySource, string>> = {
  environment: 'from HELPCRUNCH_API_KEY',
  keychain: "from this system's keychain",
};

export const status = reportingCommand({
  name: 'status',
  flags: Object.values(sharedFlags).filter(({ name }) => name !== 'take-over'),
  outcomes: keyOutcomes,
  properties: {
    host: { type: 'string', description: 'The host that customers are sent to.' },
    keySource: { enum: Object.keys(sources), description: 'Where the API key comes from.' },
    keyAccepted: { enum: ['yes', 'no', 'unknown'], description: 'Whether HelpCrunch accepts the key.' },
  },
  run: (_args, context) => checkStatus(context),
});

/** Which account is used, where its key comes from, and whether HelpCrunch accepts it; never the key. */
export async function checkStatus({
  environment,
  keys,
  redactor,
  note,
  signal,
  adjust,
}: Pick<
  CommandContext,
  'environment' | 'keys' | 'redactor' | 'note' | 'signal' | 'adjust'
>): Promise<CommandEnd> {
  const found = await findLiveAccount(environment, keys);
  const host = liveHost(environment);
  if (found.note !== undefined) note(found.note);
  const place = host === undefined ? {} : { host };
  const lines = host === undefined ? [] : [`Account: HelpCrunch at ${host}`];
  const { reading, source = 'environment' } = found;
  switch (reading.kind) {
    case 'ready': {
      const { connection } = reading.account;
      redactor.learn(connection.apiKey);
      const verdict = await verifyKey(adjust(connection), signal);
      const keyAccepted = verdict.isAccepted === undefined ? 'unknown' : verdict.isAccepted ? 'yes' : 'no';
      const answer = { yes: 'accepted', no: 'not accepted', unknown: 'not checked' }[keyAccepted];
      return {
        ...(verdict.isAccepted ? { outcome: 'done' } : verdict.end),
        data: { ...place, keySource: source, keyAccepted },
        lines: [...lines, `Key: ${sources[source]}, ${answer}`],
      };
    }
    case 'no-key':
      return {
        outcome: 'unauthorized',
        data: place,
        lines,
        issues: [errorIssue(`api-key-${reading.issue}`, apiKeyMessages[reading.issue])],
        next: ['Set HELPCRUNCH_API_KEY, or save a key with the login command.'],
      };
    case 'unusable-url':
      return {
        outcome: 'invalid',
        issues: [errorIssue(`base-url-${reading.issue}`, baseUrlMessages[reading.issue])],
        next: ['Check HELPCRUNCH_BASE_URL.'],
      };
    default: {
      const unreachable: never = reading;
      return unreachable;
    }
  }
}
