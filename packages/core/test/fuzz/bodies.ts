import type { FastCheck } from '@helpcrunch-customer-kit/testing/fuzz-target';
import { arbitraries } from '../arbitrary.ts';

const bodylessStatuses = [204, 205, 304];

/** What servers and what stands before them answer: bodies, whole answers, and connections that break. */
export function bodies(fc: FastCheck, secret = 'secret') {
  const { jsonText, text, customer } = arbitraries(fc);
  const json = fc.jsonValue({ maxDepth: 4 });
  const places = [
    'email',
    'tags[0].name',
    'tags[1]',
    'tags[99].color',
    'customData[0].value',
    'customer.userId',
  ];
  const others = ['invalid_userId_value', 'invalid_request', 'not_found', 'tags[-1]', '__proto__', secret];
  const code = fc.oneof(text, fc.constantFrom(...places, ...others));
  const word = fc.oneof(text, fc.constantFrom('This value should not be blank.', secret, `${secret}x`));
  const entry = fc.record(
    { code: fc.oneof(code, json), message: fc.oneof(word, json) },
    { requiredKeys: [] },
  );
  const errorBody = fc.oneof(
    json,
    fc.record({
      errors: fc.oneof(
        fc.array(fc.oneof(entry, word, json)),
        json,
        fc.dictionary(code, fc.oneof(word, json)),
      ),
    }),
    entry,
  );
  const stored = fc.oneof(
    fc.record(
      {
        id: fc.oneof(fc.nat(9), text, json),
        userId: fc.constantFrom('u-1', 'u-2', null),
        name: fc.oneof(word, fc.constant('Ada')),
        email: fc.constantFrom('ada@example.com', 'ADA@example.com', null),
      },
      { requiredKeys: [] },
    ),
    customer,
    json,
  );
  const page = fc.record(
    { data: fc.oneof(fc.array(stored, { maxLength: 4 }), json), total: fc.oneof(fc.nat(4), json) },
    { requiredKeys: ['data'] },
  );
  const body = fc.oneof(
    jsonText,
    fc.uint8Array(),
    word,
    fc.oneof(errorBody, stored, page).map((value) => JSON.stringify(value) ?? ''),
  );
  const status = fc.oneof(
    fc.constantFrom(200, 201, 400, 400, 401, 404, 408, 409, 421, 429, 500, 502),
    fc.integer({ min: 200, max: 599 }),
  );
  const header = fc.constantFrom<[string, string]>(
    ['retry-after', '5'],
    ['retry-after', '-1'],
    ['retry-after', secret],
    ['x-a', 'b'],
  );
  const answer = fc
    .record({ status, body, header, breaks: fc.constantFrom(false, false, false, true) })
    .map(({ status: given, body: content, header: named, breaks }) => () => {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
      const stream = breaks ? broken(bytes) : bytes;
      return new Response(bodylessStatuses.includes(given) ? null : stream, {
        status: given,
        headers: [named],
      });
    });
  return { answer, errorBody };
}

function broken(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.error(new TypeError('terminated'));
    },
  });
}
