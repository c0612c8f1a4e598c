import type { FastCheck } from '@helpcrunch-customer-kit/testing/fuzz-target';
import { arbitraries } from '../arbitrary.ts';

/** Customers that are mostly right: most of them reach the wire. */
export function sendable(fc: FastCheck) {
  const { text } = arbitraries(fc);
  const short = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), text, fc.constant('Ada'));
  const name = fc.oneof(fc.emailAddress(), fc.constantFrom('ada+x@xn--e1afmkfd.xn--p1ai', 'a@b.museum'));
  const date = fc.oneof(
    fc.nat(4_000_000_000),
    fc.nat(4_000_000_000).map(String),
    fc
      .date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString()),
    fc.constantFrom('2020-10-28', '2020-10-28 11:49', '1607542030.713', '0'),
  );
  const color = fc.constantFrom('red', '#F00', 'rgb(1 2 3 / 50%)', 'transparent', 'oklch(60% 0.1 50deg)');
  const scalar = fc.oneof(
    short,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    date,
  );
  return fc.record(
    {
      name: short,
      email: name,
      userId: fc.oneof(short, fc.nat()),
      company: short,
      phone: fc.oneof(short, fc.nat()),
      firstSeen: date,
      source: fc.oneof(fc.webUrl(), short),
      locale: fc.constantFrom('uk', 'en', 'zh', ' de '),
      createdFrom: short,
      integrationId: fc.oneof(short, fc.nat()),
      notes: short,
      tags: fc.array(fc.record({ name: short, color }, { requiredKeys: ['name'] }), { maxLength: 4 }),
      customData: fc.oneof(
        fc.dictionary(short, scalar, { maxKeys: 4 }),
        fc.array(fc.record({ property: short, value: scalar }), { maxLength: 4 }),
      ),
    },
    { requiredKeys: [] },
  );
}
