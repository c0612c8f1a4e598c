import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { documentOf, makeService, withCursor } from '../../../test/documents.ts';

const seen = documentOf(
  '[{"name": "a", "tags": [{"name": "vip"}], "customData": {"plan": 1}}, {"name": "b", "tags": [{"name": "vip"}, {"name": "new"}], "customData": [{"property": "seats", "value": 1}]}]',
  'all.customers.json',
);

/** The text after each completion at the cursor. */
function offered(marked: string): string[] {
  const service = makeService();
  service.learn(seen);
  const { document, position } = withCursor(marked);
  service.learn(document);
  return service
    .completions(document, position)
    .flatMap(({ textEdit }) =>
      textEdit && 'range' in textEdit ? TextDocument.applyEdits(document, [textEdit]) : [],
    );
}

describe('locale completion', () => {
  test('finds a language by its name and replaces the text', () => {
    const service = makeService();
    const { document, position } = withCursor('{"locale": "Ukr|"}');
    const item = service.completions(document, position).find(({ label }) => label === 'uk');
    expect(item).toMatchObject({
      detail: 'Ukrainian (Українська)',
      filterText: '"uk Ukrainian Українська"',
      textEdit: {
        range: { start: { line: 0, character: 11 }, end: { line: 0, character: 16 } },
        newText: '"uk"',
      },
    });
  });

  test.each([
    '{"locale": |}',
    '{"locale": |',
    '{"locale": u|',
    '{"locale": "u|',
    '{"locale": "u|\n}',
    '[{"locale": |}]',
  ])('works in unfinished text: %s', (marked) => {
    expect(offered(marked)).toContain(`${marked.replace(/"?u?\|/, '"uk"')}`);
  });

  test('offers nothing in other fields', () => {
    expect(offered('{"name": "|"}')).toEqual([]);
    expect(offered('{"loc|ale": ""}')).toEqual([]);
    expect(offered('{"customData": {"locale": "|"}}')).toEqual([]);
  });
});

describe('name completion', () => {
  test('offers known tags, the most frequent first', () => {
    expect(offered('{"tags": [{"name": "|"}]}')).toEqual([
      '{"tags": [{"name": "vip"}]}',
      '{"tags": [{"name": "new"}]}',
    ]);
  });

  test('does not offer the name that is being typed', () => {
    expect(offered('{"tags": [{"name": "ne|"}]}')).not.toContain('{"tags": [{"name": "ne"}]}');
  });

  test('offers properties as keys of a map', () => {
    expect(offered('{"customData": {|}}')).toContain('{"customData": {"plan": }}');
    expect(offered('{"customData": {"p|": 1}}')).toContain('{"customData": {"plan": 1}}');
  });

  test('offers properties in entries of a list', () => {
    expect(offered('{"customData": [{"property": "|"}]}')).toContain(
      '{"customData": [{"property": "seats"}]}',
    );
  });

  test('never learns a text that looks like an API key', () => {
    const service = makeService();
    service.learn(documentOf(`{"tags": [{"name": "${'k'.repeat(328)}"}]}`));
    const { document, position } = withCursor('{"tags": [{"name": "|"}]}', 'other.customer.json');
    expect(service.completions(document, position)).toEqual([]);
  });

  test('forgets the names of a deleted file', () => {
    const service = makeService();
    service.learn(seen);
    service.forget(seen.uri);
    const { document, position } = withCursor('{"tags": [{"name": "|"}]}');
    expect(service.completions(document, position)).toEqual([]);
  });
});

describe('variable completion', () => {
  test('begins with a brace inside a text, and replaces what is there of it', () => {
    expect(offered('{"name": "Test {|"}')).toEqual([
      '{"name": "Test {{uuid}}"}',
      '{"name": "Test {{timestamp}}"}',
      '{"name": "Test {{counter}}"}',
    ]);
    expect(offered('{"name": "{{cou|}}!"}')[2]).toBe('{"name": "{{counter}}!"}');
    expect(offered('{"customData": {"plan": "{{|"}}')).toHaveLength(3);
  });

  test('offers a UUID for an empty user ID', () => {
    expect(offered('{"userId": "|"}')).toEqual(['{"userId": "{{uuid}}"}']);
    expect(offered('{"userId": |}')).toEqual(['{"userId": "{{uuid}}"}']);
    expect(offered('{"userId": "7|"}')).toEqual([]);
  });

  test('offers nothing in keys and outside of texts', () => {
    expect(offered('{|}')).toEqual([]);
    expect(offered('{"na{|me": ""}')).toEqual([]);
  });
});
