import {
  buildPayload,
  pointerSegments,
  readCustomerText,
  validateCustomer,
} from '@helpcrunch-customer-kit/core';
import { type FastCheck, type FuzzTarget, holds } from '@helpcrunch-customer-kit/testing/fuzz-target';
import { allFixed } from '../actions.ts';
import { now } from '../documents.ts';

/** A customer as people write it: values that are valid, that need a fix, and that only a person can decide. */
function customers(fc: FastCheck) {
  const text = fc.constantFrom(
    'Ada',
    ' Ada ',
    '\u200b',
    'u-1\u200b',
    '👩\u200d🚀',
    'vip, new',
    'null',
    'ada@example.com',
    'ada@gmial.com',
    'ada\u200e@example.com',
    'pt-br',
    'ua',
    'uk',
    'example.com/a',
    'https://example.com',
    'ff0000',
    'currentColor',
    'red',
    '20201028',
    '44133',
    '31.12.2023 14:05',
    '01/05/2024',
    '1603885746000',
    '1607542030.713',
    '2020-12-09T19:27:10.713Z',
    '2024/05/01, 14:30',
    '31.12.2023 14:05:09.5',
    'Mar 4, 2023 9:12 AM',
    'Sat Mar 04 2023 09:12:13.5 GMT+0200 (EET)',
    '2024\u201305\u201301',
    'Ada <ada@example.com>',
    '3.80E+11',
    '#N/A',
    'zz',
    'by',
    'Ukrainian',
    '20201028T114906.5',
    '1 May 2024 2:30 PM',
    '2024-05-01 2:30pm',
    '5/13/2024, 9:05:00.5\u202fAM',
    '5/1/24',
    '2024年5月1日 14:30',
    'Sat Mar  4 09:12:13.5 2023',
    '2024-05-01T14:30:00.5+03:00[Europe/Kyiv]',
    '20240501143000.5Z',
    '20240501 1430',
    '\u200e31.12.2023',
    '/Date(1714521600000)/',
    '638501184000000000',
    '[hidden]',
  );
  const number = fc.constantFrom(
    0,
    7,
    1.5,
    44133,
    20201028,
    20201028114906,
    1603885746,
    1603885746000,
    2 ** 53,
    1e21,
  );
  const scalar = fc.oneof({ weight: 4, arbitrary: text }, number, fc.boolean(), fc.constant(null));
  const tag = fc.oneof(fc.record({ name: scalar, color: scalar, id: scalar }, { requiredKeys: [] }), scalar);
  const property = fc.constantFrom('plan', 'plan\u200b', ' plan', '__proto__', '', 'a');
  return fc.record(
    {
      name: scalar,
      email: scalar,
      userId: scalar,
      phone: scalar,
      firstSeen: scalar,
      source: scalar,
      locale: scalar,
      notes: scalar,
      tags: fc.oneof(fc.array(tag, { maxLength: 3 }), scalar, tag),
      customData: fc.oneof(
        fc.dictionary(property, scalar, { maxKeys: 3 }),
        fc.array(fc.record({ property, value: scalar }, { requiredKeys: [] }), { maxLength: 3 }),
      ),
      emial: scalar,
      full_name: scalar,
      '\ufeffcompany': scalar,
      id: scalar,
      'lang ': scalar,
    },
    { requiredKeys: [] },
  );
}

/** The request, and the issues, of a text read as one customer. */
function summary(json: string) {
  const read = readCustomerText(json);
  const issues = validateCustomer(read, { now, inFile: true });
  return { request: buildPayload(read.draft), issues };
}

const keepsMeaning: FuzzTarget = {
  name: 'fix all: keeps the meaning of every valid field, for any customer',
  property(fc) {
    return fc.property(customers(fc), (value) => {
      const before = JSON.stringify(value, null, 2);
      const [old, fixed] = [summary(before), summary(allFixed(before))];
      const changed = new Set(old.issues.map(({ path }) => pointerSegments(path)[0]));
      const isKept = (key: keyof typeof old.request) =>
        JSON.stringify(fixed.request[key]) === JSON.stringify(old.request[key]);
      const keys = Object.keys(old.request) as (keyof typeof old.request)[];
      for (const key of keys)
        if (!changed.has(key)) holds(isKept(key), 'changed:', key, before, fixed.request);
      // A value with advice only is valid: a fix may change its form, not its meaning.
      const refused = new Set(
        old.issues.filter(({ severity }) => severity === 'error').map(({ path }) => pointerSegments(path)[0]),
      );
      for (const key of ['firstSeen', 'userId', 'phone', 'email'] as const) {
        if (!refused.has(key) && old.request[key] !== undefined)
          holds(isKept(key), 'another meaning:', key, before, fixed.request);
      }
    });
  },
};

const noNewIssue: FuzzTarget = {
  name: 'fix all: its result has no issue that was not there before, for any customer',
  property(fc) {
    return fc.property(customers(fc), (value) => {
      const before = JSON.stringify(value, null, 2);
      const known = new Set(summary(before).issues.map(({ code }) => code));
      const fresh = summary(allFixed(before)).issues.filter(({ code }) => !known.has(code));
      holds(fresh.length === 0, 'new issues:', before, fresh);
    });
  },
};

export const fixTargets: readonly FuzzTarget[] = [keepsMeaning, noNewIssue];
