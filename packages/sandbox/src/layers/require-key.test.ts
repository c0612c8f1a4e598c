import { expect, test } from 'vitest';
import { startSandbox } from '../../test/start-sandbox.ts';

test.each(['Bearer k', 'bearer k', `Bearer ${'aB3+/=-'.repeat(47).slice(0, 328)}`])(
  '%s is let in',
  async (authorization) => {
    await using started = await startSandbox();
    expect((await started.create({}, { authorization })).status).toBe(201);
  },
);

test.each(['', 'Bearer', 'Bearer <key>', 'Bearer two keys', 'Basic a2V5', 'key', 'Bearer %6b'])(
  'Authorization "$0" is unauthorized',
  async (authorization) => {
    await using started = await startSandbox();
    const answer = await started.create({}, { authorization });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({
      errors: [
        { code: 'invalid_request', message: 'Invalid request' },
        { code: 'unauthorized', message: 'Unauthorized' },
      ],
    });
    expect(started.sandbox.customers).toEqual([]);
  },
);

test('when a key is set, only that one is right', async () => {
  await using started = await startSandbox({ apiKey: 'right' });
  expect((await started.create({}, { authorization: 'Bearer wrong' })).status).toBe(401);
  expect((await started.create({}, { authorization: 'Bearer right' })).status).toBe(201);
});
