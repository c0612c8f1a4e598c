import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildPayload } from '../src/customer/draft-view.ts';
import { jsonKind, toPointer } from '../src/customer/json.ts';
import { draftPaths } from '../src/customer/payload.ts';
import { readJsonText } from '../src/reading/json-text.ts';
import { type ReadCustomer, readCustomer } from '../src/reading/read-customer.ts';
import { readCustomerText } from '../src/reading/read-customer-text.ts';
import { issueMessage } from '../src/rules/rules.ts';
import { validateCustomer } from '../src/rules/validate-customer.ts';
import { validateCustomerFile } from '../src/rules/validate-customer-file.ts';
import { arbitraries } from './arbitrary.ts';
import { wordingIssue } from './fuzz/issue-invariants.ts';
import { now } from './validate.ts';

const { anything, customer, jsonText, text } = arbitraries(fc);
const input = fc.oneof(customer, anything);

function expectPlainMessage(read: ReadCustomer): void {
  const messages = validateCustomer(read, { now }).map(issueMessage);
  expect(messages.flatMap((message) => wordingIssue(message) ?? [])).toEqual([]);
}

test('validateCustomer: every issue of any value has a message', () => {
  fc.assert(
    fc.property(input, (value) => expectPlainMessage(readCustomer(value))),
    { numRuns: 400 },
  );
});

test('validateCustomer: every issue of any text has a message', () => {
  fc.assert(
    fc.property(jsonText, (written) => expectPlainMessage(readCustomerText(written))),
    { numRuns: 400 },
  );
});

test('validateCustomerFile: every issue of any text has a message', () => {
  fc.assert(
    fc.property(jsonText, (written) => {
      const { customers, issues } = validateCustomerFile(readJsonText(written), { now });
      const messages = [...issues, ...customers.flatMap(({ issues }) => issues)].map(issueMessage);
      expect(messages.flatMap((message) => wordingIssue(message) ?? [])).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('validateCustomer: a text has the issues of its value', () => {
  fc.assert(
    fc.property(customer, (value) => {
      const written = JSON.stringify(value);
      const read = readCustomerText(written);
      const byValue = validateCustomer(readCustomer(JSON.parse(written)), { now });
      // Its text also shows how a number was written, and that it was rounded.
      fc.pre(read.json.issues.length === 0);
      expect(validateCustomer(read, { now }).map(({ code, path }) => [code, path])).toEqual(
        byValue.map(({ code, path }) => [code, path]),
      );
    }),
    { numRuns: 400 },
  );
});

test('every place of a text lies within the text', () => {
  fc.assert(
    fc.property(jsonText, text, fc.integer({ min: -5, max: 2000 }), (written, key, offset) => {
      const { json, issues } = readCustomerText(written);
      for (const issue of issues) {
        if (issue.code === 'not-json')
          expect(issue.offset + issue.length).toBeLessThanOrEqual(written.length);
      }
      const paths = [
        '',
        toPointer([key]),
        toPointer(['tags', 0, key]),
        json.pathAt(offset),
        ...issues.map(({ path }) => path),
      ];
      for (const path of paths) {
        for (const part of ['key', 'value'] as const) {
          const range = json.rangeOf(path, part);
          expect(range.offset).toBeGreaterThanOrEqual(0);
          expect(range.length).toBeGreaterThanOrEqual(0);
          expect(range.offset + range.length).toBeLessThanOrEqual(written.length);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('the place of a value leads back to its path', () => {
  fc.assert(
    fc.property(jsonText, fc.nat(500), (written, offset) => {
      const json = readJsonText(written);
      fc.pre(json.value !== undefined && json.issues.length === 0);
      const path = json.pathAt(offset);
      expect(json.pathAt(json.rangeOf(path).offset)).toBe(path);
    }),
    { numRuns: 200 },
  );
});

test('a payload is pure JSON: trimmed texts that say something, finite numbers, true and false', () => {
  fc.assert(
    fc.property(input, (value) => {
      const payload = buildPayload(readCustomer(value).draft);
      expect(leaves(payload).filter((leaf) => !isPure(leaf))).toEqual([]);
      expect(JSON.stringify(JSON.parse(JSON.stringify(payload)))).toBe(JSON.stringify(payload));
    }),
    { numRuns: 400 },
  );
});

test('a payload built of a payload is the same, read again or not', () => {
  fc.assert(
    fc.property(input, (value) => {
      const payload = buildPayload(readCustomer(value).draft);
      expect([buildPayload(payload), buildPayload(readCustomer(payload).draft)]).toEqual([payload, payload]);
    }),
    { numRuns: 400 },
  );
});

test('every place of a payload was written where its path leads', () => {
  fc.assert(
    fc.property(customer, (value) => {
      const { draft } = readCustomer(value);
      const { tags = [], customData = [] } = buildPayload(draft);
      for (const [index, { name }] of tags.entries()) {
        expect(writtenAt(draft, draftPaths(draft)(toPointer(['tags', index, 'name'])))).toBe(name);
      }
      for (const [index, entry] of customData.entries()) {
        expect(writtenAt(draft, draftPaths(draft)(toPointer(['customData', index, 'value'])))).toBe(
          entry.value,
        );
      }
    }),
    { numRuns: 400 },
  );
});

test('any path of a payload leads somewhere', () => {
  fc.assert(
    fc.property(
      customer,
      fc.array(fc.oneof(text, fc.nat(9), fc.constantFrom('tags', 'customData', 'name', 'value'))),
      (value, segments) => {
        expect(draftPaths(readCustomer(value).draft)(toPointer(segments))).toMatch(/^(?:\/|$)/);
      },
    ),
  );
});

function leaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
}

function isPure(leaf: unknown): boolean {
  if (jsonKind(leaf) === 'text') return leaf !== '' && String(leaf).trim() === leaf;
  return typeof leaf === 'boolean' || Number.isFinite(leaf);
}

function writtenAt(value: unknown, path: string): unknown {
  const keys = path
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  const found = keys.reduce((part, name) => Object(part)[name], value);
  return typeof found === 'string' ? found.trim() : found;
}
