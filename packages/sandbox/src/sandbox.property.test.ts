import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  constantFrom,
  jsonValue,
  oneof,
  record,
  string,
} from 'fast-check';
import { expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './index.ts';

const any = jsonValue({ maxDepth: 3 });
const digits = oneof(string({ unit: constantFrom('0', '1', '9'), maxLength: 12 }), string());

/** Bodies that look like a create: often valid, and wrong in every place. */
const customers: Arbitrary<unknown> = record(
  {
    name: oneof(string({ unit: 'grapheme' }), any),
    email: oneof(constantFrom('ada@example.com', 'ada@', 'a@b.c'), any),
    userId: oneof(constantFrom('crm-1', 'crm-2'), string(), any),
    firstSeen: oneof(digits, any),
    locale: oneof(constantFrom('uk', 'pt-br'), any),
    notes: oneof(string({ maxLength: 300 }), any),
    tags: oneof(array(oneof(record({ name: string(), color: string() }, { requiredKeys: [] }), any)), any),
    customData: oneof(
      array(
        oneof(
          record({ property: oneof(string(), constantFrom('__proto__')), value: oneof(digits, any) }),
          any,
        ),
      ),
      any,
    ),
  },
  { requiredKeys: [] },
);

const searches: Arbitrary<unknown> = record(
  {
    filter: oneof(
      array(
        oneof(
          record({
            field: oneof(
              constantFrom('customers.id', 'customers.name', 'customers.tagsData', 'constructor'),
              any,
            ),
            operator: oneof(constantFrom('=', '!=', '>', '~', '!~', '<='), any),
            value: any,
          }),
          any,
        ),
      ),
      any,
    ),
    comparison: oneof(constantFrom('AND', 'OR'), any),
    sort: oneof(constantFrom('customers.name', 'customers.lastSeen'), any),
    order: oneof(constantFrom('asc', 'DESC'), any),
    limit: any,
    offset: any,
  },
  { requiredKeys: [] },
);

const bodies = (plausible: Arbitrary<unknown>) =>
  oneof(
    { arbitrary: plausible.map((value) => JSON.stringify(value)), weight: 6 },
    any.map((value) => JSON.stringify(value)),
    string(),
  );

function call(sandbox: Sandbox, method: string, path: string, body?: string): Promise<Response> {
  const headers = { authorization: 'Bearer any-key' };
  const init = body === undefined ? { method, headers } : { method, headers, body };
  return sandbox.fetch(new Request(`https://sandbox.invalid/v1${path}`, init));
}

test('create: any body is a 201 that GET returns unchanged, or a 400 that stores nothing', async () => {
  const sandbox = createSandbox({ requestsPerMinute: Number.POSITIVE_INFINITY });
  await assert(
    asyncProperty(bodies(customers), async (body) => {
      const before = sandbox.customers.length;
      const answer = await call(sandbox, 'POST', '/customers', body);
      const text = await answer.text();
      if (answer.status === 400) {
        expect(JSON.parse(text).errors.length).toBeGreaterThan(0);
        expect(sandbox.customers).toHaveLength(before);
        return;
      }
      expect(answer.status).toBe(201);
      expect(sandbox.customers).toHaveLength(before + 1);
      const again = await call(sandbox, 'GET', `/customers/${JSON.parse(text).id}`);
      expect(await again.text()).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test('search: any body is a 200 with a list or a 400 with errors', async () => {
  const sandbox = createSandbox({
    requestsPerMinute: Number.POSITIVE_INFINITY,
    customers: [{ name: 'Ada Lovelace', tags: [{ name: 'vip', color: 'gold' }], lastSeen: '1603885746' }, {}],
  });
  await assert(
    asyncProperty(bodies(searches), async (body) => {
      const answer = await call(sandbox, 'POST', '/customers/search', body);
      const { data, errors } = (await answer.json()) as { data?: unknown[]; errors?: unknown[] };
      expect(answer.status === 200 ? data : errors).toBeInstanceOf(Array);
      expect([200, 400]).toContain(answer.status);
    }),
    { numRuns: 500 },
  );
});
