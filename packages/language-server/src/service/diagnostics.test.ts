import { expect, test } from 'vitest';
import { documentOf, makeService } from '../../test/documents.ts';

const text = '[{"name": "Ada", "id": 1}, {"name": "Grace", "id": 2}]';
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The number of fixes for a diagnostic that an editor changed before sending it back. */
function fixesFor(change: object): number {
  const service = makeService();
  const document = documentOf(text, 'all.customers.json');
  const [first] = service.diagnostics(document);
  const diagnostics = first ? [{ ...first, ...change }] : [];
  return service.codeActions(document, range, { diagnostics, only: ['quickfix'] }).length;
}

test('issueOf: finds the issue by its data, wherever the editor moved the diagnostic', () => {
  expect(fixesFor({ range })).toBe(1);
});

test.each([[undefined], [5], [{ path: 5 }]])(
  'issueOf: without valid data (%j) finds the issue by its position',
  (data) => {
    expect(fixesFor({ data })).toBe(1);
    expect(fixesFor({ data, range })).toBe(0);
  },
);

test('issueOf: ignores diagnostics of other tools', () => {
  expect(fixesFor({ source: 'eslint' })).toBe(0);
});
