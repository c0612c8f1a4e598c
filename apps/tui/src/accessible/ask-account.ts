import { apiKeyWords, baseUrlWords } from '@helpcrunch-customer-kit/core';
import type { Account, AccountReading } from '../account/account.ts';
import { liveHost } from '../account/find-live-account.ts';
import { steps } from '../wizard/steps.ts';
import { type AccessibleWorld, ending, type Session, type Turn } from './session.ts';

/** Where the customer goes: the sandbox, or a live account with its key. */
export async function askAccount(session: Session, world: AccessibleWorld): Promise<Turn> {
  const { talk, environment, liveKeys } = world;
  const { reading, source, note } = await liveKeys.find();
  const host = liveHost(environment);
  const key = source === undefined ? 'needs an API key' : `with the key from ${sourceName[source]}`;
  talk.say('', 'Where does the customer go?');
  const usual = session.meant ?? (reading.kind === 'ready' ? 'live' : 'sandbox');
  const choice = await talk.choose(
    [
      'Sandbox: try it out, nothing leaves this machine',
      `HelpCrunch${host === undefined ? '' : ` at ${host}`}: ${key}`,
    ],
    usual === 'live' ? 1 : 0,
  );
  if (choice.kind !== 'chosen') return { session, stage: ending };
  if (choice.index === 0) return opened(session, await openSandbox());
  if (reading.kind === 'ready') return opened(session, reading.account);
  talk.say(...(note === undefined ? [] : [note]), ...problem(reading));
  return reading.kind === 'unusable-url'
    ? { session, stage: { kind: 'account' } }
    : askForKey(session, world);
}

/** Asks for a key that can be used, and whether it is to be kept. */
export async function askForKey(session: Session, world: AccessibleWorld): Promise<Turn> {
  const { talk, environment, liveKeys } = world;
  const host = liveHost(environment) ?? 'HelpCrunch';
  talk.say('HelpCrunch shows it under Settings → Developers → Public API.');
  for (;;) {
    const answer = await talk.askHidden(`API key for ${host} (it is not shown): `);
    if (answer.kind === 'end') return { session, stage: ending };
    if (answer.kind === 'back') return { session, stage: { kind: 'account' } };
    const { reading, canKeep } = await liveKeys.paste(answer.text);
    talk.say(...problem(reading));
    if (reading.kind === 'ready') {
      if (canKeep && (await isToBeKept(world, host))) talk.say(await liveKeys.keep());
      return opened(session, reading.account);
    }
  }
}

/** Opens the account that the command line has named. */
export async function openSandboxTurn(session: Session): Promise<Turn> {
  return opened(session, await openSandbox());
}

const sourceName = { environment: 'HELPCRUNCH_API_KEY', keychain: "this system's keychain" } as const;

async function isToBeKept({ talk }: AccessibleWorld, host: string): Promise<boolean> {
  talk.say('Keep the key for the next time?');
  const choice = await talk.choose(
    ['No, use it this once', `Yes, in this system's keychain, for ${host}`],
    0,
  );
  return choice.kind === 'chosen' && choice.index === 1;
}

async function openSandbox(): Promise<Account> {
  const { sandboxAccount } = await import('../account/sandbox-account.ts');
  return sandboxAccount();
}

/** On to the first field that was not asked for yet, or to the review. What one account had says nothing of another. */
function opened(session: Session, account: Account): Turn {
  const step = session.furthest + 1;
  return {
    session: { ...session, account, lookUp: undefined, refusals: [] },
    stage: step < steps.length ? { kind: 'field', step, after: 'next' } : { kind: 'review' },
  };
}

function problem(reading: AccountReading): string[] {
  switch (reading.kind) {
    case 'ready':
      return [];
    case 'no-key':
      return reading.problem === 'missing' ? [] : [`Problem: ${apiKeyWords[reading.problem]}`];
    case 'unusable-url':
      return [`Problem: ${baseUrlWords[reading.problem]}`];
    default: {
      const unreachable: never = reading;
      return unreachable;
    }
  }
}
