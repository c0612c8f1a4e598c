import { describe, expect, test } from 'vitest';
import { type Outcome, outcomeOf } from '../../test/outcome-of.ts';
import { startSandbox } from '../../test/start-sandbox.ts';
import { createSandbox, isScenarioName, type ScenarioName, scenarioHeader, scenarios } from '../index.ts';

const customer = {
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  userId: 'crm-1815',
  tags: [{ name: 'vip' }],
  customData: [{ property: 'plan', value: 'pro' }],
};

const lost: Outcome = { thrown: 'TypeError: fetch failed', cause: 'UND_ERR_SOCKET' };
const html = 'text/html; charset=utf-8';

/** The response to a create in each scenario, and the number of customers afterwards. */
const creates: Record<Exclude<ScenarioName, 'created-then-timeout'>, readonly [Outcome, created: number]> = {
  'bad-key': [{ status: 401, contentType: 'application/json' }, 0],
  forbidden: [{ status: 403, contentType: 'application/json' }, 0],
  'old-errors': [{ status: 201 }, 1],
  'field-rejected': [{ status: 400 }, 0],
  'user-id-taken': [{ status: 400 }, 1],
  'user-id-refused': [{ status: 400 }, 0],
  'rate-limited': [{ status: 429 }, 0],
  'rate-limited-retry-after': [{ status: 429 }, 0],
  'html-502': [{ status: 502, contentType: html }, 0],
  'server-error': [{ status: 500, contentType: 'application/json' }, 0],
  'request-timeout': [{ status: 408 }, 0],
  unprocessable: [{ status: 422 }, 0],
  'not-found-html': [{ status: 404, contentType: html }, 0],
  redirect: [{ status: 307, text: '' }, 0],
  slow: [{ status: 201 }, 1],
  'closed-before-answer': [lost, 0],
  'closed-mid-body': [{ status: 201, thrown: 'TypeError: terminated', cause: 'UND_ERR_SOCKET' }, 1],
  'created-then-lost': [lost, 1],
  'created-then-html-502': [{ status: 502, contentType: html }, 1],
  'empty-created': [{ status: 201, text: '' }, 1],
  'html-created': [{ status: 201, contentType: html }, 1],
  'oversized-body': [{ status: 201, contentType: 'application/json' }, 1],
  'truncated-json': [{ status: 201, contentType: 'application/json' }, 1],
  'ok-instead-of-created': [{ status: 200, contentType: 'application/json' }, 1],
  'no-content': [{ status: 204, text: '' }, 1],
  'attributes-dropped': [{ status: 201 }, 1],
  'strings-changed': [{ status: 201 }, 1],
  'empty-map-as-list': [{ status: 201 }, 1],
  'list-custom-data': [{ status: 201 }, 1],
  'old-dates': [{ status: 201 }, 1],
  'numeric-dates': [{ status: 201 }, 1],
  'fractional-dates': [{ status: 201 }, 1],
  'sparse-answer': [{ status: 201 }, 1],
  'no-match-is-404': [{ status: 201 }, 1],
  'no-match-is-errors': [{ status: 201 }, 1],
  'search-fails': [{ status: 201 }, 1],
  'slow-search': [{ status: 201 }, 1],
  'lagging-search': [{ status: 201 }, 1],
  'errors-as-object': [{ status: 400 }, 0],
  'errors-as-strings': [{ status: 400 }, 0],
  'errors-missing': [{ status: 400 }, 0],
  'errors-null': [{ status: 400 }, 0],
};

describe.each(Object.entries(creates))('%s', (name, [expected, created]) => {
  test('create: gets the expected response over the wire', async () => {
    await using started = await startSandbox({ slowMilliseconds: 1 });
    const outcome = await outcomeOf(() => started.create(customer, { [scenarioHeader]: name }));
    expect(outcome).toMatchObject(expected);
    expect(started.sandbox.customers).toHaveLength(created);
    expect(started.sandbox.requests).toMatchObject([{ scenario: name, body: JSON.stringify(customer) }]);
  });

  test('create: gets the same response in-process', async () => {
    await using started = await startSandbox({ slowMilliseconds: 1 });
    const sandbox = createSandbox({ slowMilliseconds: 1 });
    const request = new Request('https://sandbox.invalid/v1/customers', {
      method: 'POST',
      headers: { authorization: 'Bearer any-key', [scenarioHeader]: name },
      body: JSON.stringify(customer),
    });
    const onTheWire = await outcomeOf(() => started.create(customer, { [scenarioHeader]: name }));
    expect(await outcomeOf(() => sandbox.fetch(request))).toEqual(onTheWire);
    expect(sandbox.customers).toEqual(started.sandbox.customers);
  });
});

test('scenarios: names are unique and in kebab-case, titles unique and short, summaries one sentence', () => {
  const names = scenarios.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toEqual([]);
  expect(new Set(scenarios.map(({ title }) => title)).size).toBe(names.length);
  expect(scenarios.filter(({ title }) => title.length > 40)).toEqual([]);
  expect(scenarios.filter(({ summary }) => !/^[A-Z].*\.$/.test(summary))).toEqual([]);
  expect(names.toSorted()).toEqual([...Object.keys(creates), 'created-then-timeout'].toSorted());
});

test('isScenarioName: accepts known names only', () => {
  expect(isScenarioName('html-502')).toBe(true);
  expect(isScenarioName('toString')).toBe(false);
});

test('scenarios: those of one group are next to each other', () => {
  const groups = scenarios.map(({ group }) => group);
  const runs = groups.filter((group, index) => group !== groups[index - 1]);
  expect(new Set(runs).size).toBe(runs.length);
});
