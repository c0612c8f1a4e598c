import { type Node, parseTree } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { partOf } from './nodes.ts';

/** An object whose properties count how often they are looked at. */
function countingObject(size: number) {
  const text = `{${Array.from({ length: size }, (_, index) => `"k${index}": ${index}`).join()}, "k0": -1}`;
  const root = parseTree(text) as Node;
  let looks = 0;
  const children = root.children?.map((property) => ({
    ...property,
    get children() {
      looks += 1;
      return property.children ?? [];
    },
  }));
  return { node: { ...root, children: children ?? [] }, looks: () => looks };
}

test('partOf: every key of a large object is found with a few looks at each property', () => {
  const size = 5000;
  const { node, looks } = countingObject(size);
  for (let index = 1; index < size; index += 1) expect(partOf(node, `k${index}`)?.value).toBe(index);
  expect(looks()).toBeLessThan(size * 5);
});

test.each([2, 100])('partOf: of a doubled key among %d the later value is found', (size) => {
  const { node } = countingObject(size);
  expect(partOf(node, 'k0')?.value).toBe(-1);
  expect(partOf(node, 'none')).toBeUndefined();
});
