import { createSandbox, type SandboxOptions } from '@helpcrunch-customer-kit/sandbox';
import { type Listener, listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { keys } from '@helpcrunch-customer-kit/testing/keys';
import { expect, test } from 'vitest';
import { creates } from './front.ts';
import { startWizard, toCreate, type Wizard } from './start-wizard.ts';

const { enter, down, backspace } = keys;
const canary = 'canary-key-that-must-not-leak';
const identity = ['--name', 'Ada', '--email', 'ada@example.com', '--user-id', 'u-1'];

function listening(options: SandboxOptions = {}): Promise<Listener> {
  return listen(createSandbox({ apiKey: canary, ...options }));
}

/** The wizard with a customer filled in, its key in the environment. */
function startLive({ baseUrl }: Listener, argv: readonly string[] = identity): Promise<Wizard> {
  const environment = { HELPCRUNCH_BASE_URL: baseUrl, HELPCRUNCH_API_KEY: canary };
  return startWizard({ argv, environment });
}

async function toReview(wizard: Wizard): Promise<void> {
  await wizard.shows('❯ HelpCrunch at 127.0.0.1');
  await wizard.answer('', '◆ Review');
}

/** Sends from where one Enter does, consents, and waits for what comes of it. */
async function send(wizard: Wizard, ...then: readonly string[]): Promise<void> {
  await wizard.answer('', 'Create this customer in HelpCrunch', '❯ Do not create', 'Y create');
  wizard.press('y');
  await wizard.shows(...then);
}

test('a customer goes to HelpCrunch once, and its host is in sight before it does', async () => {
  await using listener = await listening();
  await using wizard = await startLive(listener);
  await toReview(wizard);
  await wizard.shows(`Create the customer in HelpCrunch at 127.0.0.1:${listener.port}`);
  await wizard.answer(
    '',
    `Create this customer in HelpCrunch, account default at 127.0.0.1:${listener.port}?`,
  );
  await wizard.shows('Body: {"name":"Ada","email":"ada@example.com","userId":"u-1"}', 'Y create');
  wizard.press('y');
  await wizard.shows('The customer was created in HelpCrunch. Its ID is 1.');
  wizard.press(enter);
  expect(await wizard.exit).toBe(0);
  expect(listener.sandbox.customers).toMatchObject([
    { name: 'Ada', email: 'ada@example.com', userId: 'u-1' },
  ]);
  expect(listener.sandbox.requests.filter(({ path }) => path === '/v1/customers')).toHaveLength(1);
  expect(wizard.written()).not.toContain(canary);
});

test('a key typed at the prompt is never on the screen, and works', async () => {
  await using listener = await listening();
  const environment = { HELPCRUNCH_BASE_URL: listener.baseUrl };
  await using wizard = await startWizard({ argv: identity, environment });
  await wizard.shows('❯ Sandbox');
  wizard.press(down);
  await wizard.answer('', 'API key for 127.0.0.1');
  wizard.press(canary);
  await wizard.shows('•'.repeat(canary.length));
  await wizard.answer('', '◆ Review');
  await send(wizard, 'Its ID is 1.');
  wizard.press(enter);
  expect(await wizard.exit).toBe(0);
  expect(wizard.written()).not.toContain(canary);
});

test('a wrong key is found when it is entered, and the right one goes on', async () => {
  await using listener = await listening({ apiKey: 'the-right-key' });
  const environment = { HELPCRUNCH_BASE_URL: listener.baseUrl };
  await using wizard = await startWizard({ argv: identity, environment });
  await wizard.shows('❯ Sandbox');
  wizard.press(down);
  await wizard.answer('', 'API key for 127.0.0.1');
  await wizard.answer(
    'the-wrong-key',
    'HelpCrunch did not accept this API key (401)',
    'API key for 127.0.0.1',
  );
  expect(creates(listener)).toBe(0);
  await wizard.answer('the-right-key', '◆ Review');
  expect(wizard.written()).not.toMatch(/the-(?:wrong|right)-key/u);
});

test('a key that may not search goes on, and that it could not be checked is said', async () => {
  await using listener = await listening({ scenario: 'forbidden' });
  await using wizard = await startWizard({ environment: { HELPCRUNCH_BASE_URL: listener.baseUrl } });
  await wizard.shows('❯ Sandbox');
  wizard.press(down);
  await wizard.answer('', 'API key for 127.0.0.1');
  const message = 'The key could not be checked. The search was refused (403): this API key is';
  await wizard.answer('some-key', 'Name (1/', message);
});

test('a key that was typed is asked for once, and used after a look at the choice of accounts', async () => {
  await using listener = await listening({ apiKey: 'the-right-key' });
  await using wizard = await startWizard({ environment: { HELPCRUNCH_BASE_URL: listener.baseUrl } });
  await wizard.shows('❯ Sandbox');
  wizard.press(down);
  await wizard.answer('', 'API key for 127.0.0.1');
  await wizard.answer('the-right-key', 'Name (1/');
  wizard.press(keys.escape);
  await wizard.shows('with the key that you typed');
  await wizard.answer('', 'Name (1/');
  await wizard.answer('Ada', 'Email (2/');
  wizard.press('\u0012');
  await send(wizard, 'Its ID is 1.');
});

test('a refused field opens with what HelpCrunch says of it, and goes through once it is changed', async () => {
  await using listener = await listening({ scenario: 'field-rejected' });
  await using wizard = await startLive(listener);
  await toReview(wizard);
  await send(wizard, 'Email (', '› ada@example.com', 'HelpCrunch says: This value is not');
  listener.sandbox.useScenario(undefined);
  await wizard.answer(`${backspace.repeat(12)}@example.org`, 'Review');
  await send(wizard, 'Its ID is 1.');
  expect(listener.sandbox.customers).toMatchObject([{ email: 'ada@example.org' }]);
});

test('a refused key leads to another one', async () => {
  await using listener = await listening({ apiKey: 'the-right-key' });
  await using wizard = await startLive(listener);
  await toReview(wizard);
  await wizard.answer('', 'HelpCrunch did not accept the API key', '❯ Use another API key');
  await wizard.answer('', 'API key for 127.0.0.1');
  await wizard.answer('the-right-key', '◆ Review');
  await send(wizard, 'Its ID is 1.');
  expect(wizard.written()).not.toContain('the-right-key');
});

test('a userId taken in the meantime shows who has it', async () => {
  await using listener = await listening({ scenario: 'user-id-taken' });
  await using wizard = await startLive(listener);
  await toReview(wizard);
  await send(wizard, 'No customer was created: the user ID belongs to', '❯ Change the user ID');
  await wizard.answer('', 'User ID (', '› u-1');
});

test('after a lost answer a lookup shows that the customer was created', async () => {
  await using listener = await listening({ scenario: 'created-then-lost' });
  await using wizard = await startLive(listener);
  await toReview(wizard);
  await send(wizard, 'created in HelpCrunch: a lookup found it. Its ID is 1.');
  wizard.press(enter);
  expect(await wizard.exit).toBe(0);
  expect(listener.sandbox.customers).toHaveLength(1);
});

test('a customer that was not seen may be sent again, and the risk is asked about', async () => {
  await using listener = await listening({ scenario: 'closed-before-answer' });
  await using wizard = await startLive(listener, ['--email', 'ada@example.com']);
  await toReview(wizard);
  await send(wizard, 'The customer was not found', '❯ Check whether it exists now');
  await wizard.shows('Send it again (may create a second)');
  const before = listener.sandbox.requests.length;
  wizard.press(enter);
  await wizard.until(() => listener.sandbox.requests.length > before);
  await wizard.shows('The customer was not found', 'Looked 2 times, last', '❯ Check whether it exists now');
  listener.sandbox.useScenario(undefined);
  wizard.press(down);
  await wizard.shows('❯ Send it again');
  await wizard.answer('', 'could create it twice.', '❯ Do not create', 'Enter choose');
  wizard.press(keys.up);
  await wizard.answer('', 'Its ID is 1.');
});

test('with a userId sending again is reported as safe', async () => {
  await using listener = await listening({ scenario: 'closed-before-answer' });
  await using wizard = await startLive(listener);
  await toReview(wizard);
  await send(wizard, 'The customer was not found', 'Sending again is safe once you have checked');
  listener.sandbox.useScenario(undefined);
  wizard.press(down);
  await wizard.shows('❯ Send it again');
  await wizard.answer('', 'it again is safe', 'Y create');
  wizard.press('y');
  await wizard.shows('Its ID is 1.');
});

test('leaving after a lost answer says that it is unknown, and exits with 3', async () => {
  await using listener = await listening({ scenario: 'closed-before-answer' });
  await using wizard = await startLive(listener);
  await toReview(wizard);
  await send(wizard, '❯ Check whether it exists now');
  wizard.press(keys.end, enter);
  expect(await wizard.exit).toBe(3);
  // Wrapped between words, where the terminal would break a word.
  expect(wizard.screen.text()).toContain(
    'The customer may have been created: the connection was lost before the\nanswer. The customer was not found',
  );
});

test('Ctrl+C while sending stops, and the wizard reports the outcome before it ends', async () => {
  await using listener = await listening({ scenario: 'created-then-timeout' });
  await using wizard = await startLive(listener);
  await toReview(wizard);
  await send(wizard, 'Sending…');
  await arrived(listener);
  wizard.press(keys.ctrlC);
  await wizard.shows('The customer may have been created: you canceled');
  wizard.press(keys.ctrlC);
  expect(await wizard.exit).toBe(130);
});

test('a signal that ends the program while it sends never claims that nothing was sent', async () => {
  await using listener = await listening({ scenario: 'created-then-timeout' });
  await using wizard = await startLive(listener);
  await toReview(wizard);
  await send(wizard, 'Sending…');
  await arrived(listener);
  wizard.signal('SIGTERM');
  expect(await wizard.exit).toBe(143);
  expect(wizard.screen.text()).toContain('The customer may have been created');
  expect(wizard.screen.text()).not.toContain('Nothing was sent');
});

test('a userId that was taken can be left out, and the customer is created without it', async () => {
  const customers = [{ userId: 'u-1', name: 'Grace Hopper' }];
  await using listener = await listening({ customers });
  await using wizard = await startLive(listener, ['--name', 'Ada', '--user-id', 'u-1']);
  await toReview(wizard);
  await wizard.shows('User ID already used by "Grace Hopper" (ID 1).');
  await wizard.answer('', '❯ Change the user ID');
  await wizard.answer('', '› u-1');
  await wizard.answer(backspace.repeat(3), '❯   User ID');
  wizard.press(...toCreate);
  await wizard.shows('❯ Create the customer in');
  expect(wizard.screen.text()).not.toContain('HelpCrunch will refuse it');
  await send(wizard, 'Its ID is 2.');
});

test('Esc on an unknown outcome goes to the review, where sending the same again is asked about', async () => {
  await using listener = await listening({ scenario: 'created-then-lost' });
  await using wizard = await startLive(listener, ['--name', 'Ada']);
  await toReview(wizard);
  await send(wizard, '❯ Check whether it exists now');
  wizard.press(keys.escape);
  await wizard.shows('❯ Create the customer in');
  await wizard.answer('', 'may have been created', '❯ Do not create', 'Enter choose');
  wizard.press(keys.escape);
  await wizard.shows('❯ Create the customer in');
  expect(listener.sandbox.customers).toHaveLength(1);
});

/** Resolves once a create has arrived. */
async function arrived({ sandbox }: Listener): Promise<void> {
  await expect
    .poll(() => sandbox.requests)
    .toContainEqual(expect.objectContaining({ method: 'POST', path: '/v1/customers' }));
}
