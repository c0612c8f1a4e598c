import { customerFields } from '../src/customer/fields.ts';

type FastCheck = typeof import('fast-check').default;

/** What property tests draw from. The library comes from the test: it is one of the root's tools. */
export function arbitraries(fc: FastCheck) {
  /** Text as it is found: any UTF-16, halves of characters, line breaks and blanks included; sometimes long. */
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.nat(0xffff), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
    fc.constantFrom(
      '',
      ' ',
      '__proto__',
      'constructor',
      'toString',
      '\u001b[31m',
      '\u202e',
      '\ud83d',
      '\r\n',
      'null',
    ),
    fc.constantFrom('x', '🎈', 'a ', '1', '(', '\u0301').map((part) => part.repeat(3000)),
  );

  const number = fc.oneof(
    fc.double(),
    fc.integer(),
    fc.maxSafeInteger(),
    fc.constantFrom(Number.NaN, -0, 2 ** 53, 1e21, 1e300),
  );

  const date = fc.oneof(
    text,
    number,
    fc.constantFrom(
      '1603885746',
      1603885746,
      1603885746000,
      '2024-02-30',
      '2020-10-28 11:49:06',
      '9999-12-31',
      '1607542030.713',
    ),
    fc.date({ noInvalidDate: true }).map((moment) => moment.toISOString()),
  );

  /** What a field may hold when people and programs have been at it. */
  const scalar = fc.oneof(
    text,
    number,
    fc.boolean(),
    fc.constantFrom(null, undefined),
    fc.constantFrom(
      'ada@gmial.com',
      'ada@example.com',
      'pt-br',
      'uk',
      'red',
      '#f00',
      'rgb(1 2 3',
      'example.com/a',
      'k'.repeat(328),
    ),
  );

  /** Any value at all, far beyond JSON: functions, holes, dates, maps, objects without a prototype. */
  const anything = fc.oneof(
    fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      withNullPrototype: true,
      withObjectString: true,
      withBoxedValues: true,
      withUnicodeString: true,
    }),
    fc.func(fc.anything()),
    fc.integer({ min: 1, max: 20_000 }).map(nested),
  );

  const key = fc.oneof(
    fc.constantFrom(...customerFields.map((field) => field.key)),
    fc.constantFrom(
      'id',
      'lastSeen',
      '$schema',
      '__proto__',
      'user_id',
      'data',
      'property',
      'value',
      'color',
      'name',
    ),
    text,
  );

  const tag = fc.oneof(
    fc.record({ name: scalar, color: scalar }, { requiredKeys: [] }),
    fc.dictionary(key, scalar),
    scalar,
  );
  const entry = fc.oneof(
    fc.record({ property: scalar, value: scalar }, { requiredKeys: [] }),
    fc.dictionary(key, scalar),
    scalar,
  );

  /** Something that is meant as a customer: the right keys, and every kind of wrong value. */
  const customer = fc.oneof(
    fc.record(
      {
        name: scalar,
        email: scalar,
        userId: scalar,
        company: scalar,
        phone: scalar,
        firstSeen: fc.oneof(date, scalar),
        source: scalar,
        locale: scalar,
        createdFrom: scalar,
        integrationId: scalar,
        notes: scalar,
        tags: fc.oneof(fc.array(tag, { maxLength: 5 }), scalar),
        customData: fc.oneof(
          fc.array(entry, { maxLength: 5 }),
          fc.dictionary(text, scalar, { maxKeys: 5 }),
          scalar,
        ),
      },
      { requiredKeys: [] },
    ),
    fc.dictionary(key, fc.oneof(scalar, fc.array(tag, { maxLength: 3 }), fc.dictionary(key, scalar)), {
      maxKeys: 8,
    }),
  );

  /** Valid JSON text after a cut, a doubled part, or an insertion. */
  const mutated = fc
    .tuple(
      fc.oneof(
        customer,
        fc.json().map((json) => JSON.parse(json)),
      ),
      fc.nat(500),
      fc.nat(5),
      fc.oneof(text, fc.constantFrom('{', '}', '[', ',', '"', '\\', '//', '/*', '\uFEFF')),
    )
    .map(([value, at, length, written]) => {
      const json = JSON.stringify(value, null, length) ?? '';
      return json.slice(0, at) + written + json.slice(at + length);
    });

  const brackets = fc
    .array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"a"',
        '"a":',
        '1',
        '1e999',
        '//',
        '/*',
        '*/',
        '\n',
        '"',
        '\\u',
      ),
      { maxLength: 60 },
    )
    .chain((parts) => fc.constantFrom(1, 1, 1, 500).map((times) => parts.join('').repeat(times)));

  const jsonText = fc.oneof(
    text,
    fc.json(),
    customer.map((value) => JSON.stringify(value)),
    mutated,
    brackets,
  );

  return { anything, customer, jsonText, text };
}

function nested(levels: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { tags: value };
  return value;
}
