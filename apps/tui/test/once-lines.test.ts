import type { Listener } from '@helpcrunch-customer-kit/sandbox/listen';
import { expect, test } from 'vitest';
import { behindFront, creates, isCreate, type Rule } from './front.ts';
import { answer, prompted, startLines } from './line-mode.ts';
import { presses, pressNames } from './presses.ts';
import type { PtyProgram } from './pty-program.ts';

const named = ['--name', 'Ada'];
const withEmail = [...named, '--email', 'ada@example.com'];
const withUserId = [...withEmail, '--user-id', 'u-1'];

/** The number of "Create" on the review, and the line that answers a question with its first choice. */
const create = '14';
const first = '1\r';

function startLive({ baseUrl }: Listener, argv: readonly string[]): PtyProgram {
  return startLines(argv, { HELPCRUNCH_BASE_URL: baseUrl, HELPCRUNCH_API_KEY: 'any-key-will-do' });
}

/** From the choice of the account to the outcome. */
async function send(program: PtyProgram): Promise<void> {
  await answer(
    program,
    ['Number, or Enter for 2:', ''],
    ['Number:', create],
    ['Number, or Enter for 2:', '1'],
  );
}

/** Stores the customer, and loses the answer. */
const losesAnswers: Rule = async (request, pass) => {
  const response = await pass();
  if (isCreate(request)) throw new Error('lost');
  return response;
};

test.each(pressNames)(
  'lines: after a lost answer, "create" and an answer %s create no second one',
  async (name) => {
    await using listener = await behindFront(losesAnswers);
    await using program = startLive(listener, named);
    await send(program);
    await program.waitForText('The customer may have been created');
    await answer(program, ['Number, or Enter for 1:', '<']);
    await prompted(program, 'Number:');
    await presses[name](program, `${create}\r`, first);
    await prompted(program, 'Number, or Enter for 2:');
    expect(program.output).toContain('Sending it again could create it twice.');
    await answer(program, ['Number, or Enter for 2:', ''], ['Number:', '18']);
    await program.exit;
    expect(creates(listener)).toBe(1);
  },
);

test.each(pressNames)(
  'lines: answers during the duplicate check %s wait for it, and then are asked',
  async (name) => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const slow: Rule = async (request, pass) => {
      if (!isCreate(request)) await released;
      return pass();
    };
    await using listener = await behindFront(slow, {
      customers: [{ email: 'ada@example.com', name: 'Other' }],
    });
    await using program = startLive(listener, withEmail);
    await answer(program, ['Number, or Enter for 2:', '']);
    await program.waitForText('Checking for duplicates…');
    await presses[name](program, `${create}\r`, first);
    release();
    await prompted(program, 'Number, or Enter for 2:');
    expect(program.output).toContain('This email is already used by "Other"');
    expect(creates(listener)).toBe(0);
  },
);

test('lines: a customer that was stored and answered with 429 is found, not sent again', async () => {
  let limits = 0;
  const limited: Rule = async (request, pass) => {
    const response = await pass();
    if (!isCreate(request) || limits++ > 0) return response;
    return new Response('{}', { status: 429, headers: { 'retry-after': '1' } });
  };
  await using listener = await behindFront(limited);
  await using program = startLive(listener, withUserId);
  await send(program);
  await program.waitForText('Rate limited (429). Nothing was created yet. Retrying in');
  await program.waitForText('Its ID is 1.');
  expect(creates(listener)).toBe(1);
});

test('lines: < stops the wait after 429, and leads back to the review', async () => {
  let posts = 0;
  const limited: Rule = async (request, pass) => {
    if (!isCreate(request)) return pass();
    posts += 1;
    return new Response('{}', { status: 429, headers: { 'retry-after': '60' } });
  };
  await using listener = await behindFront(limited);
  await using program = startLive(listener, named);
  await send(program);
  await program.waitForText('Type < to stop waiting.');
  program.write('<\r');
  await expect.poll(() => program.output.match(/^Review\./gmu)).toHaveLength(2);
  expect(posts).toBe(1);
});

test('lines: what an index showed too late is found when it is sent again', async () => {
  let isLagging = true;
  const lagging: Rule = async (request, pass) => {
    if (isCreate(request)) return losesAnswers(request, pass);
    return isLagging ? Response.json({ data: [], total: 0 }) : pass();
  };
  await using listener = await behindFront(lagging);
  await using program = startLive(listener, withUserId);
  await send(program);
  await program.waitForText('The customer was not found');
  await prompted(program, 'Number, or Enter for 1:');
  isLagging = false;
  await answer(program, ['Number, or Enter for 1:', '2']);
  await program.waitForText('Its ID is 1.');
  expect(creates(listener)).toBe(1);
});

test.each(pressNames)(
  'lines: a field edited from a live review and answers %s send nothing',
  async (name) => {
    await using listener = await behindFront((_, pass) => pass());
    await using program = startLive(listener, named);
    await answer(program, ['Number, or Enter for 2:', ''], ['Number:', '1']);
    await prompted(program, 'Name:');
    await presses[name](program, `Ada Lovelace\r${create}\r`, first);
    await program.waitForText('Create this customer in HelpCrunch');
    await prompted(program, 'Number, or Enter for 2:');
    expect(creates(listener)).toBe(0);
  },
);
