import { type Issue, pointerSegments, type TextRange } from '@helpcrunch-customer-kit/core';
import type { Analysis } from '../document/analysis.ts';
import { keyOf, nodeAt } from '../document/node-at.ts';

const aboutKeys: ReadonlySet<Issue['code']> = new Set([
  'unknown-field',
  'read-only-field',
  'forbidden-key',
  'duplicate-key',
]);
/** In a map of custom data the property is the key; in the list it is a value of its own. */
const aboutProperties: ReadonlySet<Issue['code']> = new Set(['entry-without-property', 'duplicate-property']);

/** Where an issue is marked: at its key or its value, and what concerns a whole customer at its opening brace. */
export function findingRange({ text, json, root }: Analysis, issue: Issue, path: string): TextRange {
  if (issue.code === 'not-json') {
    return {
      offset: Math.min(issue.offset, Math.max(0, text.length - 1)),
      length: Math.max(1, issue.length),
    };
  }
  const isMapEntry = pointerSegments(issue.path).length === 2 && keyOf(nodeAt(root, path)) !== undefined;
  const isListedProperty = issue.code === 'forbidden-key' && pointerSegments(path).at(-1) !== issue.key;
  const isKey =
    (aboutKeys.has(issue.code) && !isListedProperty) || (aboutProperties.has(issue.code) && isMapEntry);
  const range = json.rangeOf(path, isKey ? 'key' : 'value');
  const isWhole =
    (issue.path === '' || issue.code === 'list-of-customers') && /[[{]/.test(text.charAt(range.offset));
  return isWhole ? { ...range, length: 1 } : firstLine(text, range);
}

/** What spans several lines is marked on its first, not under every one. */
function firstLine(text: string, { offset, length }: TextRange): TextRange {
  const end = text.slice(offset, offset + length).search(/[\r\n]/);
  return { offset, length: end === -1 ? length : Math.max(1, end) };
}
