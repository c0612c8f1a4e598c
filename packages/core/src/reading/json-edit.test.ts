import fc from 'fast-check';
import { getNodePath, type Node } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { arbitraries } from '../../test/arbitrary.ts';
import { type JsonText, readJsonText } from './json-text.ts';

const { customer, text } = arbitraries(fc);

function listNodes(root: Node | undefined): unknown[] {
  if (!root) return [];
  const { type, offset, length, value, children = [] } = root;
  return [{ type, offset, length, value, path: getNodePath(root) }, ...children.flatMap(listNodes)];
}

function expectSame(read: JsonText, written: string): void {
  const fresh = readJsonText(written);
  expect(listNodes(read.tree)).toEqual(listNodes(fresh.tree));
  expect([read.text, read.value, read.issues]).toEqual([fresh.text, fresh.value, fresh.issues]);
}

const edit = fc.record({
  at: fc.nat(5000),
  removed: fc.nat(3),
  added: fc.oneof(
    fc.constantFrom(
      '',
      'x',
      '"',
      '1',
      ' ',
      '0.10000000000000000001',
      ',"a":1',
      '\r\n',
      '/* c */',
      '{',
      '}',
      '[1]',
    ),
    text,
  ),
});

/** A list or a page, some of its fields before the list and some after it. */
const file = fc
  .tuple(fc.array(customer, { maxLength: 5 }), fc.constantFrom('list', 'page', 'late page'), fc.nat(2))
  .map(([customers, form, indent]) => {
    const values = {
      list: customers,
      page: { data: customers, total: 5, more: [1, { a: [2] }] },
      'late page': { links: [{ a: 1 }], data: customers },
    };
    return JSON.stringify(values[form as keyof typeof values], null, indent);
  });

test('readJsonText: a text read edit by edit is as if it was read at once', () => {
  fc.assert(
    fc.property(file, fc.array(edit, { maxLength: 12 }), (start, edits) => {
      let written = start;
      let read = readJsonText(start);
      for (const { at, removed, added } of edits) {
        const offset = at % (written.length + 1);
        const next = written.slice(0, offset) + added + written.slice(offset + removed);
        const earlier = read.value === undefined ? undefined : read;
        const reread = readJsonText(next, { earlier });
        expectSame(reread, next);
        // Broken text is often mended by the next edit, so that one starts from here again.
        if (reread.value !== undefined) [written, read] = [next, reread];
      }
    }),
    { numRuns: 300 },
  );
});

test('readJsonText: takes everything from an earlier version with the same text', () => {
  const before = readJsonText('{"name": "Ada"}');
  expect(readJsonText('{"name": "Ada"}', { earlier: before }).tree).toBe(before.tree);
});

test('readJsonText: takes the customers that did not change from the earlier version', () => {
  const before = readJsonText('[{"name": "Ada"}, {"name": "Grace"}, {"name": "Edsger"}]');
  const [first, second, third] = before.tree?.children ?? [];
  const written = '[{"name": "Ada"}, {"name": "Grace Hopper"}, {"name": "Edsger"}]';
  const after = readJsonText(written, { earlier: before });
  const children = after.tree?.children ?? [];
  expect(children[0]).toBe(first);
  expect(children[1]).not.toBe(second);
  expect(children[2]).toBe(third);
  expect(after.rangeOf('/2/name')).toEqual({ offset: written.indexOf('"Edsger"'), length: 8 });
});
