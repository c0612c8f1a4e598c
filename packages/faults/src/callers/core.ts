import { inspect } from 'node:util';
import {
  ApiKey,
  buildPayload,
  type Check,
  type Connection,
  checkMessage,
  checkOutcome,
  connect,
  createCustomer,
  createSendGuard,
  curlCommand,
  customerId,
  findDuplicates,
  issueSentence,
  lookUpFailureSentence,
  type Outcome,
  outcomeMessage,
  readCustomer,
  stopBeforeSending,
} from '@helpcrunch-customer-kit/core';
import type { Artefact } from '../secrets/find-key.ts';
import type { Caller, CallerContext, Told } from './caller.ts';
import { stopTime } from './stopping.ts';

/** Core as the apps use it: look, judge, send once through the guard, and look again when the answer was lost. */
export const core: Caller = async (context) => {
  const connection = connectionOf(context);
  const guard = createSendGuard({ now: connection.now });
  const stopper = new AbortController();
  void stopTime(context.world, context.play).then(() => stopper.abort());
  const sends = Array.from({ length: context.play.sends ?? 1 }, () => context);
  const told = await Promise.all(
    sends.map(async ({ draft }) => {
      const permit = guard.request('account', buildPayload(readCustomer(draft).draft));
      if (permit.kind !== 'go') return undefined;
      const said = await send(context, connection, stopper.signal);
      permit.done(said.last === 'none' ? 'unknown' : said.last);
      return said;
    }),
  );
  const [first, ...others] = told.filter((said) => said !== undefined);
  if (!first || others.length > 0) throw new Error(`the guard let ${told.length} through`);
  return first;
};

function connectionOf({ world, play, key }: CallerContext): Connection {
  const reading = ApiKey.read(key);
  if (!reading.ok) throw new Error(reading.problem);
  const { answerTimeout, clock } = play;
  return connect({ baseUrl: world.baseUrl, apiKey: reading.key, answerTimeout, now: clock });
}

async function send({ draft }: CallerContext, connection: Connection, signal: AbortSignal): Promise<Told> {
  const customer = readCustomer(draft);
  const before = await findDuplicates(connection, buildPayload(customer.draft), { signal });
  const stop = stopBeforeSending(customer, before, { now: connection.now() });
  const known = before.kind === 'duplicates' ? before : undefined;
  const outcome = stop ?? (await createCustomer(connection, customer, { before: known, signal }));
  const check =
    outcome.outcome === 'unknown'
      ? await checkOutcome(connection, outcome, customer.draft, { before: known })
      : undefined;
  const last = check?.kind === 'found' ? check.outcome : outcome;
  const lookUpWords = before.kind === 'duplicates' ? '' : lookUpFailureSentence(before);
  return {
    first: outcome.customerExists,
    last: last.customerExists,
    outcome: outcome.outcome,
    id: last.outcome === 'created' && last.customer ? customerId(last.customer) : undefined,
    ...(check ? { check: check.kind } : {}),
    broken: brokenBy(outcome, check),
    artefacts: [
      ...printed('the connection', connection),
      ...printed('the look-up', before),
      ...printed('the outcome', outcome),
      ...printed('the check', check),
      { name: 'the words', text: [lookUpWords, wordsOf(outcome), check ? checkWords(check) : ''].join('\n') },
      { name: 'the curl command', text: curlCommand(buildPayload(customer.draft), connection.baseUrl) },
    ],
  };
}

/** An outcome carries its own claim, and it has to be one of its kind. */
function brokenBy(outcome: Outcome, check: Check | undefined): string[] {
  const problems: string[] = [];
  if ((outcome.outcome === 'created') !== (outcome.customerExists === 'yes'))
    problems.push('its claim is not its outcome');
  if (check?.kind === 'not-seen' && !(check.secondsAgo >= 0))
    problems.push(`sent ${check.secondsAgo} seconds ago`);
  if (outcome.outcome === 'rate-limited' && (outcome.retryAfter ?? 0) < 0)
    problems.push('a wait of less than nothing');
  return problems;
}

function wordsOf(outcome: Outcome): string {
  const { sentence, next } = outcomeMessage(outcome, 'live');
  return [sentence, ...next, ...outcome.issues.map(issueSentence)].join('\n');
}

function checkWords(check: Check): string {
  const { sentence, next } = checkMessage(check, 'live');
  return [sentence, ...next].join('\n');
}

/** Each way in which a program prints a value, its hidden parts included. */
function printed(name: string, value: unknown): Artefact[] {
  const whole = { depth: Number.POSITIVE_INFINITY, maxStringLength: null, maxArrayLength: null } as const;
  return [
    { name, text: JSON.stringify(value) ?? '' },
    { name: `${name}, inspected`, text: inspect(value, { ...whole, showHidden: true }) },
  ];
}
