import type { Listener } from '@helpcrunch-customer-kit/sandbox/listen';
import { keys } from '@helpcrunch-customer-kit/testing/keys';
import { expect, test } from 'vitest';
import { behindFront, creates, isCreate, type Rule } from './front.ts';
import { presses, pressNames } from './presses.ts';
import { startWizard, toCreate, type Wizard } from './start-wizard.ts';

const { enter, down } = keys;
const named = ['--name', 'Ada'];
const withEmail = [...named, '--email', 'ada@example.com'];
const withUserId = [...withEmail, '--user-id', 'u-1'];

async function startLive({ baseUrl }: Listener, argv: readonly string[]): Promise<Wizard> {
  const environment = { HELPCRUNCH_BASE_URL: baseUrl, HELPCRUNCH_API_KEY: 'any-key-will-do' };
  const wizard = await startWizard({ argv, environment });
  await wizard.shows('❯ HelpCrunch at 127.0.0.1');
  await wizard.answer('', '❯ Create the customer in');
  return wizard;
}

/** Sends from where one Enter does, consents, and waits for what comes of it. */
async function send(wizard: Wizard, ...then: readonly string[]): Promise<void> {
  await wizard.answer('', 'Create this customer in HelpCrunch', 'Y create');
  wizard.press('y');
  await wizard.shows(...then);
}

/** Stores the customer, and loses the answer. */
const losesAnswers: Rule = async (request, pass) => {
  const answer = await pass();
  if (isCreate(request)) throw new Error('lost');
  return answer;
};

test.each(pressNames)(
  'wizard: after a lost answer, Enter at the review %s creates no second one',
  async (name) => {
    await using listener = await behindFront(losesAnswers);
    await using wizard = await startLive(listener, named);
    await send(wizard, 'The customer may have been created', '❯ Check whether it exists now');
    wizard.press(keys.escape);
    await wizard.shows('❯ Create the customer in');
    await presses[name](wizard, enter, enter);
    await wizard.shows('could create it twice.', '❯ Do not create', 'Enter choose');
    await wizard.answer('', '❯ Create the customer in');
    expect(creates(listener)).toBe(1);
    expect(listener.sandbox.customers).toHaveLength(1);
  },
);

test.each(pressNames)(
  'wizard: Enter during the duplicate check %s waits for it, and then is asked',
  async (name) => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const slow: Rule = async (request, pass) => {
      if (!isCreate(request)) await released;
      return pass();
    };
    await using listener = await behindFront(slow, {
      customers: [{ email: 'ada@example.com', name: 'Other' }],
    });
    await using wizard = await startLive(listener, withEmail);
    await wizard.shows('Checking for duplicates…');
    await presses[name](wizard, enter, enter);
    await wizard.shows('Create customer');
    expect(creates(listener)).toBe(0);
    release();
    await wizard.shows('This email is already used by "Other"', '❯ Do not create', 'Enter choose');
    await wizard.answer('', '❯ Create the customer in');
    expect(creates(listener)).toBe(0);
  },
);

test('wizard: a customer that was stored and answered with 429 is found, not sent again', async () => {
  let limits = 0;
  const limited: Rule = async (request, pass) => {
    const answer = await pass();
    if (!isCreate(request) || limits++ > 0) return answer;
    return new Response('{}', { status: 429, headers: { 'retry-after': '1' } });
  };
  await using listener = await behindFront(limited);
  await using wizard = await startLive(listener, withUserId);
  await send(wizard, 'Rate limited (429). Nothing was created yet.', 'Retrying in');
  await wizard.shows('Its ID is 1.');
  expect(creates(listener)).toBe(1);
});

test('wizard: with Retry-After 0 it sends five times more at most', async () => {
  let posts = 0;
  const limited: Rule = async (request, pass) => {
    if (!isCreate(request)) return pass();
    posts += 1;
    return new Response('{}', { status: 429, headers: { 'retry-after': '0' } });
  };
  await using listener = await behindFront(limited);
  await using wizard = await startLive(listener, named);
  await send(wizard, 'Rate limited (429). Nothing was created yet.', 'Retrying in');
  await wizard.shows('HelpCrunch is rate limiting requests (429). No customer was created.');
  expect(posts).toBe(6);
});

test('wizard: what an index showed too late is found when it is sent again', async () => {
  let isLagging = true;
  const lagging: Rule = async (request, pass) => {
    if (isCreate(request)) return losesAnswers(request, pass);
    return isLagging ? Response.json({ data: [], total: 0 }) : pass();
  };
  await using listener = await behindFront(lagging);
  await using wizard = await startLive(listener, withUserId);
  await send(wizard, 'The customer was not found', '❯ Check whether it exists now');
  isLagging = false;
  wizard.press(down);
  await wizard.shows('❯ Send it again');
  await wizard.answer('', 'Its ID is 1.');
  expect(creates(listener)).toBe(1);
});

test.each(pressNames)(
  'wizard: behind a field edited from a live review, Enter %s sends nothing',
  async (name) => {
    await using listener = await behindFront((_, pass) => pass());
    await using wizard = await startLive(listener, named);
    wizard.press(keys.home, ...Array.from({ length: 3 }, () => down));
    await wizard.shows('❯   Company');
    await wizard.answer('', 'Company (');
    wizard.press('Met.');
    await wizard.shows('› Met.');
    await presses[name](wizard, enter, enter);
    wizard.press('\u0012');
    await wizard.shows('Company         Met.');
    wizard.press(...toCreate);
    await wizard.shows('❯ Create the customer in');
    await presses[name](wizard, enter, enter);
    await wizard.shows('Create this customer in HelpCrunch', 'Enter choose');
    expect(creates(listener)).toBe(0);
  },
);
