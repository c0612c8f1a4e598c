import { expect, test } from 'vitest';
import { createSandbox, type FaultRates, type Sandbox, type ScenarioName } from './index.ts';

const none: FaultRates = {
  lostResponse: 0,
  rateLimitStorm: 0,
  unauthorized: 0,
  userIdTaken: 0,
  droppedAttributes: 0,
  laggingSearch: 0,
  slowSearch: 0,
};

function sandboxWith(rates: Partial<FaultRates>, seed = 1): Sandbox {
  return createSandbox({
    faults: { seed, rates: { ...none, ...rates } },
    requestsPerMinute: Number.POSITIVE_INFINITY,
    speed: 1000,
  });
}

async function call(sandbox: Sandbox, path: string, body: object): Promise<void> {
  const headers = { authorization: 'Bearer any-key' };
  const url = `https://sandbox.invalid/v1/customers${path}`;
  await sandbox
    .fetch(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }))
    .then((response) => response.text())
    .catch(() => undefined);
}

/** Creates the rows one after another and returns the scenario that each of them met. */
async function scenariosOf(
  sandbox: Sandbox,
  rows: readonly number[],
): Promise<readonly (ScenarioName | undefined)[]> {
  for (const row of rows) {
    await call(sandbox, '', { userId: `row-${row}`, customData: [{ property: 'a', value: 1 }] });
  }
  return sandbox.requests.map(({ scenario }) => scenario);
}

const rows = Array.from({ length: 400 }, (_, row) => row);

test('faults: the same seed repeats them, another seed has others', async () => {
  const rates = { lostResponse: 0.2, userIdTaken: 0.1, droppedAttributes: 0.1, unauthorized: 0.05 };
  const [one, same, other] = await Promise.all([
    scenariosOf(sandboxWith(rates), rows),
    scenariosOf(sandboxWith(rates), rows),
    scenariosOf(sandboxWith(rates, 2), rows),
  ]);
  expect(same).toEqual(one);
  expect(other).not.toEqual(one);
});

test('faults: those of a row do not depend on the order of rows', async () => {
  const rates = { lostResponse: 0.2, userIdTaken: 0.1, droppedAttributes: 0.1 };
  const forward = await scenariosOf(sandboxWith(rates), rows);
  const backward = await scenariosOf(sandboxWith(rates), rows.toReversed());
  expect(backward.toReversed()).toEqual(forward);
});

test('faults: each rate is about the part of requests that meet it', async () => {
  const scenarios = await scenariosOf(
    sandboxWith({ lostResponse: 0.2, userIdTaken: 0.1, droppedAttributes: 0.1 }, 2),
    rows,
  );
  const count = (...names: readonly string[]) =>
    scenarios.filter((scenario) => scenario !== undefined && names.includes(scenario)).length;
  const lost = [
    'created-then-lost',
    'closed-before-answer',
    'created-then-html-502',
    'html-502',
    'closed-mid-body',
  ];
  expect(count(...lost) / rows.length).toBeCloseTo(0.2, 1);
  expect(count('user-id-taken') / rows.length).toBeCloseTo(0.1, 1);
  expect(count('attributes-dropped') / rows.length).toBeCloseTo(0.1, 1);
  expect(lost.filter((name) => count(name) === 0)).toEqual([]);
});

test('userIdTaken: only the first create of a row meets it', async () => {
  const sandbox = sandboxWith({ userIdTaken: 1 });
  expect(await scenariosOf(sandbox, [1, 1])).toEqual(['user-id-taken', undefined]);
  expect(sandbox.customers).toMatchObject([{ userId: 'row-1', customData: {} }]);
});

test('lostResponse: the next attempt of a row is another chance', async () => {
  const sandbox = sandboxWith({ lostResponse: 0.5 });
  for (let attempt = 0; attempt < 40; attempt += 1) {
    await call(sandbox, '', { email: 'ada@example.com' });
  }
  const isLost = sandbox.requests.map(({ scenario }) => scenario !== undefined);
  expect(new Set(isLost)).toEqual(new Set([true, false]));
});

test('rateLimitStorm: every request meets it until it ends, at most 30 seconds later', async () => {
  let now = 0;
  const faults = { seed: 1, rates: { ...none, rateLimitStorm: 0.2 } };
  const sandbox = createSandbox({ now: () => now, faults, requestsPerMinute: Number.POSITIVE_INFINITY });
  for (; now < 600_000; now += 1000) {
    await call(sandbox, '', {});
  }
  const isRefused = sandbox.requests.map(({ scenario }) => scenario?.startsWith('rate-limited') ?? false);
  const storms = isRefused
    .map((refused) => (refused ? 'x' : ' '))
    .join('')
    .split(/ +/)
    .filter(Boolean);
  expect(storms.length).toBeGreaterThan(3);
  expect(Math.max(...storms.map(({ length }) => length))).toBeGreaterThan(10);
});

test('faults: a scenario wins over them', async () => {
  const sandbox = createSandbox({ scenario: 'forbidden', faults: { seed: 1, rates: { unauthorized: 1 } } });
  await call(sandbox, '', {});
  expect(sandbox.requests).toMatchObject([{ scenario: 'forbidden' }]);
});

test('laggingSearch and slowSearch: they apply to searches only', async () => {
  const sandbox = sandboxWith({ laggingSearch: 0.5, slowSearch: 0.5 });
  for (let number = 0; number < 20; number += 1) {
    await call(sandbox, '/search', {});
    await call(sandbox, '', {});
  }
  const names = new Set(sandbox.requests.map(({ path, scenario }) => `${path} ${scenario}`));
  expect(names).toContain('/v1/customers/search lagging-search');
  expect(names).toContain('/v1/customers/search slow-search');
  expect(names).toContain('/v1/customers undefined');
  expect([...names].filter((name) => /^\/v1\/customers \w+-/.test(name))).toEqual([]);
});
