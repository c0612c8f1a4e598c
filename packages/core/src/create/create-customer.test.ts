import type { SandboxOptions } from '@helpcrunch-customer-kit/sandbox';
import { expect, test } from 'vitest';
import { connectionBy, inProcess, overHttp } from '../../test/connections.ts';
import { creatorOf, reasonKinds } from '../../test/create.ts';
import { type Answer, answerNothing, answerYes } from './question.ts';

const ada = { name: 'Ada Lovelace', email: 'ada@example.com' };
const adaWithId = { ...ada, userId: 'u-1' };

function creates(sandbox: { readonly requests: readonly { readonly path: string }[] }): number {
  return sandbox.requests.filter(({ path }) => path === '/v1/customers').length;
}

function creating(options: SandboxOptions = {}, answer?: Parameters<typeof creatorOf>[1]) {
  const clock = { now: 1_700_000_000_000 };
  const { sandbox, connection } = inProcess(options, { now: () => clock.now });
  return { sandbox, clock, ...creatorOf(connection, answer) };
}

test('createCustomer: checks for duplicates, asks, sends once and reports created, over HTTP', async () => {
  await using connected = await overHttp();
  const creator = creatorOf(connected.connection);
  const outcome = await creator.create(adaWithId);
  expect(outcome).toMatchObject({ outcome: 'created', customer: { id: 1 }, ledgerId: expect.any(String) });
  expect(connected.sandbox.requests.map(({ path }) => path)).toEqual([
    '/v1/customers/search',
    '/v1/customers/search',
    '/v1/customers',
  ]);
  expect(creator.progress).toEqual([
    { kind: 'checking-duplicates' },
    { kind: 'sending', ledgerId: outcome.ledgerId },
  ]);
  expect(creator.questions).toMatchObject([
    { account: { kind: 'live', label: 'main' }, request: adaWithId, reasons: [], mayDuplicate: false },
  ]);
});

test('createCustomer: what has an error is invalid, and nothing is asked or sent', async () => {
  const creator = creating();
  expect(await creator.create({ email: 'ada' })).toMatchObject({ outcome: 'invalid' });
  expect([creator.questions, creator.sandbox.requests]).toEqual([[], []]);
});

test.each<[Answer['kind'], object]>([
  ['cancel', { outcome: 'cancelled', customerExists: 'no' }],
  ['unanswered', { outcome: 'needs-confirmation', customerExists: 'no', question: { request: ada } }],
])('createCustomer: the answer "%s" sends nothing', async (kind, expected) => {
  const { sandbox, create } = creating({}, { kind } as Answer);
  expect(await create(ada)).toMatchObject(expected);
  expect(creates(sandbox)).toBe(0);
});

test('createCustomer: an email that is used is asked about, after the duplicate check', async () => {
  const creator = creating({ customers: [{ id: 4, email: 'ada@example.com', name: 'Ada' }] });
  expect(await creator.create(ada)).toMatchObject({
    outcome: 'created',
    accepted: [{ kind: 'email-used', customers: [{ id: 4 }] }],
  });
  expect(creator.questions).toMatchObject([{ mayDuplicate: true, reasons: [{ kind: 'email-used' }] }]);
});

test('createCustomer: a taken user ID stops it without a question', async () => {
  const { create, questions, sandbox } = creating({ customers: [{ id: 4, userId: 'u-1' }] });
  expect(await create(adaWithId)).toMatchObject({ outcome: 'user-id-taken', holder: { id: 4 } });
  expect([questions, creates(sandbox)]).toEqual([[], 0]);
});

test('createCustomer: a user ID taken by a customer created here names the ledger entry', async () => {
  const { create } = creating();
  const first = await create(adaWithId);
  expect(await create({ ...adaWithId, name: 'Ada' })).toMatchObject({
    outcome: 'user-id-taken',
    createdBy: first.ledgerId,
  });
});

test('createCustomer: a duplicate check that fails is asked about, not taken for "none"', async () => {
  const { create, questions } = creating({ scenario: 'search-fails' });
  expect(await create(ada)).toMatchObject({ outcome: 'created' });
  expect(questions).toMatchObject([{ reasons: [{ kind: 'not-checked', failure: { status: 500 } }] }]);
});

test('createCustomer: the same content within the repeat window is asked about, and later is not', async () => {
  const { create, questions } = creating();
  const first = await create({ name: 'Ada' });
  await create({ name: 'Ada' });
  await create({ name: 'Ada' }, { repeatWindow: 0 });
  expect(questions.map(reasonKinds)).toEqual([[], ['sent-before'], []]);
  expect(questions[1]?.reasons).toMatchObject([{ ledgerId: first.ledgerId, customerId: '1' }]);
});

test('createCustomer: a customer without identity that an import created is asked about at any time, and the other way around', async () => {
  const { create, questions } = creating();
  const asRow = { isRow: true, repeatWindow: 0 } as const;
  const later = { repeatWindow: 0 };
  await create({ name: 'Ada' }, { ...asRow, idempotencyKey: 'row 1' });
  await create({ name: 'Ada' }, { ...asRow, idempotencyKey: 'row 2' });
  await create({ name: 'Ada' }, later);
  await create({ name: 'Grace' }, later);
  await create({ name: 'Grace' }, { ...asRow, idempotencyKey: 'row 3' });
  expect(questions.map(reasonKinds)).toEqual([[], [], ['sent-before', 'sent-before'], [], ['sent-before']]);
  expect(questions[2]?.reasons[0]).toMatchObject({ isRow: true, customerId: '1' });
  expect(questions[4]?.reasons[0]).not.toHaveProperty('isRow');
});

test('createCustomer: the duplicate check shows what an import created, where it has an email', async () => {
  const { create, questions } = creating();
  await create(ada, { isRow: true, idempotencyKey: 'row 1' });
  await create(ada, { repeatWindow: 0 });
  expect(questions.map(reasonKinds)).toEqual([[], ['email-used']]);
});

test('createCustomer: the same content that was refused a moment ago is asked about', async () => {
  const { create, questions, sandbox } = creating({ scenario: 'field-rejected' });
  await create({ name: 'Ada' });
  sandbox.useScenario(undefined);
  expect([(await create({ name: 'Ada' })).outcome, questions.map(reasonKinds)]).toEqual([
    'created',
    [[], ['refused-before']],
  ]);
});

test.each([0, 1000])(
  'createCustomer: an earlier refusal is not listed once the same content was created %i ms later',
  async (milliseconds) => {
    const creator = creating({ scenario: 'field-rejected' });
    await creator.create({ name: 'Ada' });
    creator.sandbox.useScenario(undefined);
    creator.clock.now += milliseconds;
    await creator.create({ name: 'Ada' });
    await creator.create({ name: 'Ada' });
    expect(creator.questions.map(reasonKinds)).toEqual([[], ['refused-before'], ['sent-before']]);
  },
);

test('createCustomer: twenty at once are asked once and sent once; the others are in flight', async () => {
  const { create, questions, sandbox } = creating();
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => create(ada)));
  expect(outcomes.filter(({ outcome }) => outcome === 'created').length).toBe(1);
  expect(outcomes.filter(({ outcome }) => outcome === 'needs-confirmation').length).toBe(19);
  expect(outcomes.at(-1)).toMatchObject({ question: { reasons: [{ kind: 'in-flight' }] } });
  expect([questions.length, creates(sandbox)]).toEqual([1, 1]);
});

test('createCustomer: content that another process is sending is in flight', async () => {
  const { create, ledger, sandbox } = creating();
  const request = ada;
  const attempt = { request, sentAt: 0, before: undefined };
  await ledger.begin({ fingerprint: JSON.stringify(request), request }, attempt, { known: [] });
  expect(await create(ada)).toMatchObject({
    outcome: 'needs-confirmation',
    question: { reasons: [{ kind: 'in-flight' }] },
  });
  expect(creates(sandbox)).toBe(0);
});

test('createCustomer: a create that another process began meanwhile sends it back to the questions', async () => {
  const { create, ledger, questions } = creating();
  const request = { name: 'Grace', email: 'ada@example.com' };
  let isFirst = true;
  const outcome = await create(ada, {
    ask: async (question) => {
      questions.push(question);
      if (isFirst) {
        const attempt = {
          request,
          sentAt: 1_700_000_000_000,
          before: { email: { ids: [], isComplete: true } },
        };
        const began = await ledger.begin({ fingerprint: 'other', request }, attempt, { known: [] });
        if (began.kind === 'began') await ledger.settle(began.id, { state: 'unknown', at: 1 });
      }
      isFirst = false;
      return { kind: 'send' };
    },
  });
  expect([outcome.outcome, questions.map(reasonKinds)]).toEqual(['created', [[], ['unresolved']]]);
});

test('createCustomer: an answer that took long is followed by a new duplicate check', async () => {
  const { create, clock, sandbox, questions } = creating();
  const outcome = await create(ada, {
    ask: async (question) => {
      questions.push(question);
      if (questions.length === 1) {
        clock.now += 6000;
        sandbox.reset();
        await sandbox.fetch(
          new Request('http://sandbox/v1/customers', {
            method: 'POST',
            headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
            body: JSON.stringify({ email: 'ada@example.com', name: 'Grace' }),
          }),
        );
      }
      return { kind: 'send' };
    },
  });
  expect([outcome.outcome, questions.map(reasonKinds)]).toEqual(['created', [[], ['email-used']]]);
});

test('createCustomer: a fresh duplicate check that is handed over is not repeated', async () => {
  const { create, clock, sandbox } = creating();
  const result = { kind: 'checked', byUserId: undefined, byEmail: undefined } as const;
  await create(ada, { check: { result, at: clock.now - 5000 } });
  const fresh = sandbox.requests.length;
  await create({ ...ada, name: 'A' }, { check: { result, at: clock.now - 5001 } });
  expect([fresh, sandbox.requests.length]).toEqual([1, 3]);
});

test('createCustomer: canceled during the duplicate check, nothing is sent', async () => {
  const { create, sandbox } = creating();
  expect(await create(ada, { signal: AbortSignal.abort() })).toMatchObject({ outcome: 'cancelled' });
  expect(sandbox.requests).toEqual([]);
});

test('createCustomer: canceled while the question is open, nothing is sent', async () => {
  const controller = new AbortController();
  const { create, sandbox } = creating({}, async () => {
    controller.abort();
    return { kind: 'send' };
  });
  expect(await create(ada, { signal: controller.signal })).toMatchObject({ outcome: 'cancelled' });
  expect(creates(sandbox)).toBe(0);
});

test('createCustomer: a ledger that cannot be written is asked about before anything is sent', async () => {
  const creator = creating();
  const ledger = {
    ...creator.ledger,
    begin: async () => ({ kind: 'not-writable', message: 'The disk is full.' }) as const,
  };
  const outcome = await creator.create(ada, { ledger });
  expect(outcome).toMatchObject({ outcome: 'created', accepted: [{ kind: 'ledger-not-writable' }] });
  expect([outcome.ledgerId, creator.questions.map(reasonKinds)]).toEqual([
    undefined,
    [[], ['ledger-not-writable']],
  ]);
  expect(await creator.create({ name: 'B' }, { ledger, ask: answerYes() })).toMatchObject({
    outcome: 'needs-confirmation',
  });
});

test.each<[string, object, object]>([
  ['answerNothing', { ask: answerNothing }, { outcome: 'needs-confirmation' }],
  ['answerYes', { ask: answerYes() }, { outcome: 'created' }],
])('%s: a live send without further reasons', async (_policy, more, expected) => {
  expect(await creating().create(ada, more)).toMatchObject(expected);
});

test('answerYes: passes a used email, and leaves a repeat open unless its entry is named', async () => {
  const { create } = creating({ customers: [{ id: 4, email: 'ada@example.com' }] });
  const first = await create(ada, { ask: answerYes() });
  expect(first).toMatchObject({ outcome: 'created', accepted: [{ kind: 'email-used' }] });
  expect(await create(ada, { ask: answerYes() })).toMatchObject({ outcome: 'needs-confirmation' });
  const again = first.ledgerId === undefined ? [] : [first.ledgerId];
  expect(await create(ada, { ask: answerYes({ again }) })).toMatchObject({ outcome: 'created' });
});

test('createCustomer: a refused duplicate check decides, and says so', async () => {
  const { create } = creating({ scenario: 'bad-key', apiKey: 'another' });
  expect(await create(ada)).toMatchObject({ outcome: 'unauthorized', status: 401, step: 'duplicate-check' });
});

test.each([401, 403])(
  'createCustomer: %i with a web page is blocked, in the check and in the create',
  async (status) => {
    const page = () => new Response('<html>no</html>', { status });
    const check = creatorOf(connectionBy(async () => page()));
    expect(await check.create(ada)).toMatchObject({ outcome: 'blocked', status, step: 'duplicate-check' });
    const create = creatorOf(connectionBy(async () => page()));
    expect(await create.create({ name: 'Ada' })).toMatchObject({
      outcome: 'blocked',
      status,
      step: 'create',
    });
  },
);

test('createCustomer: 403 from HelpCrunch to the search does not stop the create', async () => {
  const connection = connectionBy(async ({ url }) =>
    url.endsWith('/search')
      ? Response.json({ errors: [{ code: 'forbidden' }] }, { status: 403 })
      : Response.json({ id: 1, ...ada }, { status: 201 }),
  );
  const creator = creatorOf(connection);
  expect(await creator.create(ada)).toMatchObject({ outcome: 'created' });
  expect(creator.questions.map(reasonKinds)).toEqual([['not-checked']]);
});

test('createCustomer: an unresolved create with another API key is asked about, and not looked up with this one', async () => {
  const { sandbox, create, ledger, questions } = creating({ customers: [{ name: 'Someone' }] });
  const attempt = { request: ada, sentAt: 0, before: undefined };
  const other = {
    id: 'x',
    state: 'unknown',
    same: 'content',
    age: 5000,
    isOtherAccount: true,
    attempt,
  } as const;
  const settled: string[] = [];
  const outcome = await create(ada, {
    ledger: {
      ...ledger,
      find: async () => [other],
      begin: (subject, sent, options) => ledger.begin(subject, sent, { ...options, known: [] }),
      async settle(id, settlement) {
        settled.push(id);
        return ledger.settle(id, settlement);
      },
    },
  });
  expect(questions).toMatchObject([
    { mayDuplicate: true, reasons: [{ kind: 'unresolved', ledgerId: 'x', isSafeToResend: false }] },
  ]);
  expect([outcome.outcome, settled.includes('x'), creates(sandbox)]).toEqual(['created', false, 1]);
});

test('createCustomer: an unknown create that is found as created while the question is open is asked about again', async () => {
  const { ledger, create, questions, sandbox } = creating({}, async ({ reasons }) => {
    const [reason] = reasons;
    if (reason?.kind !== 'unresolved') return { kind: 'cancel' };
    await ledger.settle(reason.ledgerId, { state: 'created', at: 0, customerId: '7' });
    return { kind: 'send' };
  });
  const subject = { fingerprint: JSON.stringify({ name: 'Ada' }), request: { name: 'Ada' } };
  const attempt = { request: subject.request, sentAt: 0, before: undefined };
  const begun = await ledger.begin(subject, attempt, { known: [] });
  if (begun.kind === 'began') await ledger.settle(begun.id, { state: 'unknown', at: 0 });
  expect(await create({ name: 'Ada' })).toMatchObject({ outcome: 'cancelled' });
  expect([questions.map(reasonKinds), creates(sandbox)]).toEqual([[['unresolved'], ['sent-before']], 0]);
});

test('createCustomer: a create that another program finds while it waits after a rate limit is not sent again', async () => {
  const { ledger, create, sandbox } = creating({ scenario: 'rate-limited' });
  let ledgerId = '';
  const outcome = await create(
    { name: 'Ada' },
    {
      onProgress(step) {
        if (step.kind === 'sending') ledgerId = step.ledgerId ?? '';
      },
      async pause() {
        await ledger.settle(ledgerId, { state: 'created', at: 0, customerId: '7' });
      },
    },
  );
  expect(outcome).toMatchObject({
    outcome: 'created',
    confirmedBy: 'ledger',
    customer: { id: '7' },
    ledgerId,
  });
  expect(creates(sandbox)).toBe(1);
});
