import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './index.ts';

interface Delivery {
  readonly url: string;
  readonly body: string;
  readonly signature: string | null;
}

function sandboxWith(answers: readonly number[], scenario?: 'created-then-lost' | 'forbidden') {
  const deliveries: Delivery[] = [];
  const sandbox = createSandbox({
    speed: 1_000_000,
    ...(scenario === undefined ? {} : { scenario }),
    webhook: {
      url: 'https://example.com/hook',
      secret: 'shared',
      async fetch(request) {
        const signature = request.headers.get('x-helpcrunch-signature');
        deliveries.push({ url: request.url, body: await request.text(), signature });
        const status = answers[deliveries.length - 1] ?? 200;
        if (status === 0) throw new TypeError('fetch failed');
        return new Response(null, { status });
      },
    },
  });
  return { sandbox, deliveries };
}

async function create(sandbox: Sandbox): Promise<void> {
  const headers = { authorization: 'Bearer any-key' };
  const init = { method: 'POST', headers, body: '{"name": "Ada"}' };
  await sandbox.fetch(new Request('https://sandbox.invalid/v1/customers', init)).catch(() => undefined);
}

test('webhook: sends a signed customer.new event for a new customer', async () => {
  const { sandbox, deliveries } = sandboxWith([200]);
  await create(sandbox);
  await expect.poll(() => deliveries.length).toBe(1);
  const [{ url, body, signature } = { url: '', body: '', signature: '' }] = deliveries;
  expect(url).toBe('https://example.com/hook');
  expect(JSON.parse(body)).toMatchObject({
    event: 'customer.new',
    attempts: 1,
    lastAttemptAt: null,
    data: { id: 1, name: 'Ada' },
  });
  expect(signature).toBe(createHmac('sha1', 'shared').update(body).digest('hex'));
});

test('webhook: a create whose response is lost sends one too, a refused one does not', async () => {
  const lost = sandboxWith([], 'created-then-lost');
  await create(lost.sandbox);
  await expect.poll(() => lost.deliveries.length).toBe(1);
  const refused = sandboxWith([], 'forbidden');
  await create(refused.sandbox);
  refused.sandbox.useScenario(undefined);
  await create(refused.sandbox);
  await expect.poll(() => refused.deliveries.length).toBe(1);
});

test('webhook: a failed delivery is repeated twice, with the number of attempts', async () => {
  const { sandbox, deliveries } = sandboxWith([500, 0, 404]);
  await create(sandbox);
  await expect.poll(() => deliveries.length).toBe(3);
  const events = deliveries.map(({ body }) => JSON.parse(body));
  expect(events.map(({ attempts }) => attempts)).toEqual([1, 2, 3]);
  expect(events[2].lastAttemptAt).toMatch(/^\d+\.\d{3}$/);
});
