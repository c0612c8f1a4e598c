import fc from 'fast-check';
import { getNodePath, getNodeValue, type Node, parseTree } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { arbitraries } from '../../test/arbitrary.ts';
import { parseJson } from './json-tree.ts';

const { jsonText } = arbitraries(fc);

/** Every node with its place, its path and its value. */
function listNodes(root: Node | undefined): unknown[] {
  if (!root) return [];
  const { type, offset, length, value, children = [] } = root;
  return [{ type, offset, length, value, path: getNodePath(root) }, ...children.flatMap(listNodes)];
}

test.each([true, false])(
  'parseJson: reads any text as the parser does; items that move: %s',
  (movesItems) => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const errors: unknown[] = [];
        const expected = parseTree(text, errors as never, { allowTrailingComma: true });
        const parsed = parseJson(text, { movesItems });
        expect(listNodes(parsed.root)).toEqual(listNodes(expected));
        expect(parsed.errors).toEqual(errors);
        if (expected && errors.length === 0) expect(parsed.value).toEqual(getNodeValue(expected));
      }),
      { numRuns: 500 },
    );
  },
);

test('parseJson: finds what only the text shows, at its place and in the order of the text', () => {
  const text = '[{"a": 0.10000000000000000001, "b/c": [1, 1e400], "a": {"d": 2, "d": 3}}]';
  expect(parseJson(text, { movesItems: true }).issues).toMatchObject([
    { code: 'inexact-number', path: '/0/a' },
    { code: 'inexact-number', path: '/0/b~1c/1' },
    { code: 'duplicate-key', path: '/0/a' },
    { code: 'duplicate-key', path: '/0/a/d' },
  ]);
});
