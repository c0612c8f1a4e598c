import { inspect } from 'node:util';
import {
  type Answer,
  ApiKey,
  answerYes,
  buildPayload,
  type Connection,
  checkCustomer,
  connect,
  createCustomer,
  createMemoryLedger,
  createResult,
  curlCommand,
  customerId,
  issueMessage,
  type Ledger,
  type Outcome,
  outcomeMessage,
  planCustomer,
  type Question,
  questionMessage,
  type Reason,
  readCustomer,
} from '@helpcrunch-customer-kit/core';
import type { Draft } from '../faults/fault.ts';
import type { Artifact } from '../secrets.ts';
import { type Attempt, type Driver, type DriverContext, repeatedDraft, whenStopped } from './driver.ts';

/** What lasts from one attempt to the next. */
interface Session {
  readonly context: DriverContext;
  readonly connection: Connection;
  readonly ledger: Ledger;
  /** A person, a person with an idempotency key, or consent given beforehand. */
  readonly policy: 'person' | 'keyed' | 'yes';
  readonly pauses: number[];
  readonly artifacts: Artifact[];
  readonly broken: string[];
}

/** Core's own `createCustomer`, with a ledger in memory and an answer policy. */
export const core: Driver = async (context) => {
  const { backend, run, draft, random } = context;
  const session: Session = {
    context,
    connection: connectionOf(context),
    ledger: createMemoryLedger(),
    policy: random.pick(['person', 'keyed', 'yes']),
    pauses: [],
    artifacts: [],
    broken: [],
  };
  session.artifacts.push(...printed('the connection', session.connection));
  const first = await sendAtOnce(session);
  const attempts: [Attempt, ...Attempt[]] = [first];
  if (run.repeat && first.last !== 'yes') {
    backend.skip(run.repeat.minutesLater ?? 0);
    attempts.push(await send(session, repeatedDraft(draft, run), { isRepeat: true }));
  }
  const { pauses, artifacts, broken } = session;
  return { attempts, pauses, artifacts, broken };
};

function connectionOf({ backend, run, key }: DriverContext): Connection {
  const reading = ApiKey.read(key);
  if (!reading.ok) throw new Error(reading.issue);
  return connect({
    baseUrl: backend.baseUrl,
    apiKey: reading.key,
    answerTimeout: run.answerTimeout,
    now: backend.now,
  });
}

/** As often as the person presses the key; one of them is sent. */
async function sendAtOnce(session: Session): Promise<Attempt> {
  const { backend, run, draft } = session.context;
  const stopper = new AbortController();
  void whenStopped(backend, run).then(() => stopper.abort());
  const sends = Array.from({ length: run.sends ?? 1 }, () =>
    send(session, draft, { isRepeat: false, signal: stopper.signal }),
  );
  const attempts = await Promise.all(sends);
  const refused = attempts.filter(({ outcome }) => outcome === 'needs-confirmation');
  const [first = refused[0], ...others] = attempts.filter((attempt) => !refused.includes(attempt));
  // Under an idempotency key the others wait, and get the first one's customer.
  const isReplayed = session.policy === 'keyed' && others.every(({ id }) => id === first?.id);
  if (others.length > 0 && !isReplayed)
    session.broken.push(`${others.length + 1} of ${attempts.length} were sent`);
  if (!first) throw new Error('nothing was sent at all');
  return first;
}

async function send(
  session: Session,
  draft: Draft,
  { isRepeat, signal }: { readonly isRepeat: boolean; readonly signal?: AbortSignal },
): Promise<Attempt> {
  const { connection, ledger, context } = session;
  const before = context.backend.truth();
  const plan = planCustomer(readCustomer(draft), { now: connection.now() });
  const account = { kind: 'live', label: 'Production', host: 'api.helpcrunch.com', connection } as const;
  let consent: Attempt['consent'];
  let isLookedUp = false;

  const create = (ask: (question: Question) => Promise<Answer>) =>
    createCustomer(plan, {
      account,
      ledger,
      signal,
      idempotencyKey: session.policy === 'keyed' ? 'request-1' : undefined,
      async ask(question) {
        session.artifacts.push(
          ...printed('a question', question),
          ...printed('its words', questionMessage(question)),
        );
        const answer = await ask(question);
        if (answer.kind === 'send')
          consent = question.reasons.some(namesEarlier) ? 'informed' : (consent ?? 'plain');
        return answer;
      },
      onProgress(progress) {
        if (progress.kind === 'looking-up') isLookedUp = true;
      },
      async pause(milliseconds) {
        session.pauses.push(milliseconds);
      },
    });

  const asPerson = async ({ reasons }: Question): Promise<Answer> =>
    isRepeat && reasons.some(namesEarlier)
      ? { kind: context.run.repeat?.answer ?? 'cancel' }
      : { kind: 'send' };
  let outcome = await create(session.policy === 'yes' ? answerYes() : asPerson);
  if (isRepeat && outcome.outcome === 'needs-confirmation' && context.run.repeat?.answer === 'send') {
    const again = outcome.question.reasons.flatMap((reason) =>
      'ledgerId' in reason ? [reason.ledgerId] : [],
    );
    outcome = await create(answerYes({ again }));
  }
  session.broken.push(...brokenBy(outcome));
  session.artifacts.push(...printed('the outcome', outcome), ...messages(outcome));
  const first = isLookedUp ? 'unknown' : outcome.customerExists;
  if (outcome.outcome === 'unknown' && (!outcome.lookup || context.random.percent(30))) {
    outcome = await checkCustomer(outcome, { connection, ledger, draft: plan.draft });
    session.broken.push(...brokenBy(outcome));
    session.artifacts.push(...printed('the check', outcome), ...messages(outcome));
  }
  const curl = curlCommand(buildPayload(plan.draft), connection.baseUrl, { key: 'variable' });
  session.artifacts.push({ name: 'curl', text: curl });
  return {
    first,
    last: outcome.customerExists,
    outcome: outcome.outcome,
    id: outcome.outcome === 'created' && outcome.customer ? customerId(outcome.customer) : undefined,
    ...checkOf(outcome),
    consent,
    ...(outcome.outcome === 'created'
      ? { differences: outcome.dropped.length + outcome.changed.length }
      : {}),
    before,
  };
}

/** A question that says so lets a person decide about a second customer. */
function namesEarlier({ kind }: Reason): boolean {
  return kind === 'unresolved' || kind === 'sent-before' || kind === 'email-used';
}

function checkOf(outcome: Outcome): Pick<Attempt, 'check'> {
  if (outcome.outcome === 'created' && outcome.confirmedBy === 'lookup') return { check: 'found' };
  return outcome.outcome === 'unknown' && outcome.lookup ? { check: outcome.lookup.kind } : {};
}

/** An outcome carries its own claim, which has to be one of its kind. */
function brokenBy(outcome: Outcome): string[] {
  const broken: string[] = [];
  if ((outcome.outcome === 'created') !== (outcome.customerExists === 'yes'))
    broken.push('its claim does not fit its outcome');
  if (
    outcome.outcome === 'unknown' &&
    outcome.lookup?.kind === 'not-seen' &&
    !(outcome.lookup.secondsAgo >= 0)
  )
    broken.push(`sent ${outcome.lookup.secondsAgo} seconds ago`);
  if (outcome.outcome === 'rate-limited' && (outcome.retryAfter ?? 0) < 0) broken.push('a negative wait');
  return broken;
}

function messages(outcome: Outcome): Artifact[] {
  const { message, next } = outcomeMessage(outcome, 'live');
  const issues = outcome.issues.map(issueMessage);
  const result = createResult(outcome, { account: 'live' });
  return [
    { name: 'the messages', text: [message, ...next, ...issues].join('\n') },
    { name: 'the JSON result', text: JSON.stringify(result) },
  ];
}

/** Every way in which a program prints a value, its hidden parts included. */
function printed(name: string, value: unknown): Artifact[] {
  const whole = { depth: Number.POSITIVE_INFINITY, maxStringLength: null, maxArrayLength: null } as const;
  return [
    { name, text: JSON.stringify(value) ?? '' },
    { name: `${name}, inspected`, text: inspect(value, { ...whole, showHidden: true }) },
  ];
}
