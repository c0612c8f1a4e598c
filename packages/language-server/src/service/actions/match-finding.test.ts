import { expect, test } from 'vitest';
import { documentOf, makeService } from '../../../test/documents.ts';

const text = '[{"name": "Ada", "id": 1}, {"name": "Grace", "id": 2}]';
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** How many fixes a diagnostic has that an editor changed on its way back. */
function fixesFor(change: object): number {
  const service = makeService();
  const document = documentOf(text, 'all.customers.json');
  const [first] = service.diagnostics(document);
  const diagnostics = first ? [{ ...first, ...change }] : [];
  return service.codeActions(document, range, { diagnostics, only: ['quickfix'] }).length;
}

test('a finding is known by the data that travelled, wherever an editor moved it', () => {
  expect(fixesFor({ range })).toBe(1);
});

test.each([[undefined], [5], [{ path: 5 }]])(
  'without its data (%j) a finding is known by its place',
  (data) => {
    expect(fixesFor({ data })).toBe(1);
    expect(fixesFor({ data, range })).toBe(0);
  },
);

test('what another tool found has no fix of ours', () => {
  expect(fixesFor({ source: 'eslint' })).toBe(0);
});
