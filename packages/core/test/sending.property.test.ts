import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readApiErrors } from '../src/api/api-error.ts';
import { toApiFailure } from '../src/api/api-failure.ts';
import { compareAnswer } from '../src/create/compare.ts';
import { checkDuplicates } from '../src/create/duplicate-check.ts';
import { toRefusals } from '../src/create/look-again.ts';
import { buildPayload } from '../src/customer/draft-view.ts';
import { isJsonObject, isWithin } from '../src/customer/json.ts';
import { readCustomer } from '../src/reading/read-customer.ts';
import { lookupFailureMessage } from '../src/report/failure-messages.ts';
import { outcomeMessage } from '../src/report/outcome-message.ts';
import { issueMessage } from '../src/rules/rules.ts';
import { arbitraries } from './arbitrary.ts';
import { connectionBy } from './connections.ts';
import { wordingIssue } from './fuzz/issue-invariants.ts';
import { send } from './send.ts';

const { anything, customer, jsonText, text } = arbitraries(fc);
const json = fc.jsonValue({ maxDepth: 5 });
const errorCode = fc.oneof(
  text,
  fc.constantFrom('email', 'tags[0].name', 'customData[0].value', 'invalid_userId_value', 'customer.email'),
);
const errors = fc.array(
  fc.record({ code: fc.oneof(errorCode, json), message: fc.oneof(text, json) }, { requiredKeys: [] }),
);
const errorBody = fc.oneof(
  json,
  fc.record({ errors: fc.oneof(errors, json, fc.dictionary(errorCode, fc.oneof(text, json))) }),
);

test('whatever an error body holds becomes refusals, each with its sentence', () => {
  fc.assert(
    fc.property(errorBody, customer, (body, value) => {
      const refusals = toRefusals(readApiErrors(JSON.parse(JSON.stringify(body))), readCustomer(value).draft);
      expect(refusals.map(issueMessage).flatMap((message) => wordingIssue(message) ?? [])).toEqual([]);
      expect(refusals.filter(({ path }) => path !== '' && !path.startsWith('/'))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test('whatever is answered is compared, and what differs lies within what was sent', () => {
  fc.assert(
    fc.property(customer, fc.oneof(json, customer), (value, answer) => {
      fc.pre(isJsonObject(answer));
      const payload = buildPayload(readCustomer(value).draft);
      const { dropped, changed } = compareAnswer(payload, Object(answer));
      const sent = Object.keys(payload).map((key) => `/${key}`);
      const places = [...dropped, ...changed.map(({ path }) => path)];
      expect(places.filter((place) => !sent.some((field) => isWithin(place, field)))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test('what comes back as it was sent is neither dropped nor changed', () => {
  const names = fc.uniqueArray(text, { selector: (name) => name.trim() });
  fc.assert(
    fc.property(
      customer,
      names,
      fc.array(fc.oneof(text, fc.integer(), fc.boolean())),
      (value, unique, values) => {
        const tags = unique.map((name) => ({ name, color: 'red' }));
        const customData = unique.map((property, index) => ({ property, value: values[index] ?? 1 }));
        const { draft } = readCustomer(value);
        const payload = buildPayload({ ...draft, tags, customData });
        expect(compareAnswer(payload, { id: 1, ...JSON.parse(JSON.stringify(payload)) })).toEqual({
          dropped: [],
          changed: [],
        });
      },
    ),
    { numRuns: 200 },
  );
});

test('whatever is thrown becomes a failure', () => {
  fc.assert(
    fc.property(anything, fc.array(anything), (thrown, attempts) => {
      const error = Object.assign(new Error('x', { cause: thrown }), { errors: attempts });
      expect([toApiFailure(thrown).kind, toApiFailure(error).kind]).toEqual(['uncertain', 'uncertain']);
    }),
    { numRuns: 150 },
  );
});

const bodylessStatuses = [204, 205, 304];
const answer = fc.record({
  status: fc.oneof(
    fc.constantFrom(200, 201, 400, 401, 404, 408, 421, 425, 429, 499, 500),
    fc.integer({ min: 200, max: 599 }),
  ),
  body: fc.oneof(
    jsonText,
    fc.uint8Array(),
    errorBody.map((body) => JSON.stringify(body)),
  ),
});

function answering({ status, body }: { readonly status: number; readonly body: string | Uint8Array }) {
  return connectionBy(
    async () =>
      new Response(bodylessStatuses.includes(status) ? null : new Uint8Array(bytesOf(body)), { status }),
  );
}

function bytesOf(body: string | Uint8Array): Uint8Array {
  return typeof body === 'string' ? new TextEncoder().encode(body) : body;
}

test('whatever is answered to a create is an outcome that claims no more than its status', async () => {
  const claims = new Map([
    [201, 'yes'],
    [408, 'unknown'],
    [421, 'unknown'],
    [425, 'unknown'],
    [499, 'unknown'],
  ]);
  await fc.assert(
    fc.asyncProperty(answer, async ({ status, body }) => {
      const outcome = await send(answering({ status, body }), readCustomer({ name: 'Ada', userId: 'u-1' }));
      const definite = status >= 400 && status < 500 ? 'no' : 'unknown';
      const isContradictory = outcome.outcome === 'unknown' && outcome.reason === 'created-with-errors';
      const claim = status === 201 && isContradictory ? 'unknown' : claims.get(status);
      expect(outcome.customerExists).toBe(claim ?? definite);
      if (isContradictory) expect(body).toContain('errors');
      const { message, next } = outcomeMessage(outcome, 'live');
      const words = [message, ...next, ...outcome.issues.map(issueMessage)];
      expect(words.flatMap((reported) => wordingIssue(reported) ?? [])).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('whatever is answered to a look-up is a finding or a failure with its sentence', async () => {
  await fc.assert(
    fc.asyncProperty(answer, async (given) => {
      const found = await checkDuplicates(answering(given), { userId: 'u-1' });
      const words = found.kind === 'checked' ? [] : [lookupFailureMessage(found)];
      expect(words.flatMap((reported) => wordingIssue(reported) ?? [])).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
