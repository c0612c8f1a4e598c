import { describe, expect, test } from 'vitest';
import { documentOf, makeService, withCursor } from '../../test/documents.ts';
import { createCustomerService } from './customer-service.ts';

/** Code and underlined text of each diagnostic. */
function found(text: string, name?: string) {
  const document = documentOf(text, name);
  return makeService()
    .diagnostics(document)
    .map(({ code, range }) => [code, document.getText(range)]);
}

describe('diagnostics', () => {
  test('are at the invalid value', () => {
    expect(found('{"email": "ada", "firstSeen": "soon"}')).toEqual([
      ['invalid-email', '"ada"'],
      ['unreadable-date', '"soon"'],
    ]);
  });

  test('are at the key if the key is wrong', () => {
    expect(found('{"name": "Ada", "id": 5, "emial": "a", "customData": {"": 1}}')).toEqual([
      ['entry-without-property', '""'],
      ['read-only-field', '"id"'],
      ['unknown-field', '"emial"'],
    ]);
  });

  test('are at the opening brace if they concern the whole customer', () => {
    expect(found('{"company": "Analytical Engines"}')).toEqual([['no-identity', '{']]);
  });

  test('underline the first line of a value on several lines', () => {
    expect(found('{"name": {\n  "first": "Ada"\n}}')).toEqual([['wrong-type', '{']]);
  });

  test('include every customer of a list, and the list itself', () => {
    const list = '[{"userId": "a"}, {"userId": "a", "locale": "xx"}, "Grace"]';
    expect(found(list, 'all.customers.json')).toEqual([
      ['unknown-locale', '"xx"'],
      ['duplicate-user-id', '"a"'],
      ['not-an-object', '"Grace"'],
    ]);
  });

  test('include every customer of a search response', () => {
    expect(found('{"data": [{"name": "Ada"}, {"name": 5}], "total": 2}', 'all.customers.json')).toEqual([
      ['wrong-type', '5'],
    ]);
  });

  test('report a list in a file named for a single customer', () => {
    expect(found('[{"name": "Ada"}, {"name": "Grace"}]')).toEqual([['list-of-customers', '[']]);
    expect(found('{"data": [{"name": "Ada"}]}')).toEqual([['list-of-customers', '[']]);
  });

  test('link to their rule by anchor or by the {code} of the address', () => {
    const linkOf = (rulesUrl: string) =>
      createCustomerService({ now: Date.now, rulesUrl }).diagnostics(documentOf('{"name": 5}'))[0]
        ?.codeDescription;
    expect(linkOf('file:///rules.md')).toEqual({ href: 'file:///rules.md#wrong-type' });
    expect(linkOf('command:show?["{code}"]')).toEqual({ href: 'command:show?["wrong-type"]' });
  });

  test('point to the first of two duplicates', () => {
    const document = documentOf('{"name": "Ada", "tags": [{"name": "vip"}, {"name": "vip"}]}');
    const [diagnostic] = makeService().diagnostics(document);
    const [first] = diagnostic?.relatedInformation ?? [];
    expect(first && document.getText(first.location.range)).toBe('{"name": "vip"}');
    expect(first?.message).toBe('First occurrence');
  });

  test('report an API key as an error and never repeat it', () => {
    const key = 'k'.repeat(328);
    const diagnostics = makeService().diagnostics(documentOf(`{"userId": "${key}"}`));
    expect(diagnostics).toMatchObject([{ code: 'key-like-text', severity: 1 }]);
    expect(JSON.stringify(diagnostics)).not.toContain('kkkk');
  });

  test('fade fields that are not sent', () => {
    expect(makeService().diagnostics(documentOf('{"name": "Ada", "id": 5}'))).toMatchObject([
      { code: 'read-only-field', severity: 3, tags: [1] },
    ]);
  });

  test('of a text over the limits are one message, and all other features are off', () => {
    const service = makeService('all');
    const large = documentOf(`{"notes": "${'x'.repeat(4_000_001)}"}`);
    const deep = documentOf('['.repeat(20_000));
    expect(service.diagnostics(large).map(({ code }) => code)).toEqual(['too-large']);
    expect(service.diagnostics(deep).map(({ code }) => code)).toEqual(['too-deep']);
    for (const document of [large, deep]) {
      expect(service.symbols(document)).toEqual([]);
      expect(service.colors(document)).toEqual([]);
      expect(service.completions(document, { line: 0, character: 5 })).toEqual([]);
    }
  });

  test('are at most 1,000, errors first, with one message about the rest', () => {
    const customers = Array.from({ length: 1500 }, (_, index) => ({ name: 'Ada', id: index }));
    const text = JSON.stringify([...customers, { name: 5 }]);
    const diagnostics = makeService().diagnostics(documentOf(text, 'all.customers.json'));
    expect(diagnostics).toHaveLength(1001);
    expect(diagnostics[0]?.message).toMatch(/^Only the first 1000 of 1501 issues are shown/);
    expect(diagnostics[1]?.code).toBe('wrong-type');
  });
});

describe('hovers', () => {
  function hoverAt(marked: string) {
    const { document, position } = withCursor(marked);
    const hover = makeService().hover(document, position);
    return hover && [document.getText(hover.range), hover.contents];
  }
  const shown = { kind: 'markdown', value: '**2020-10-28 11:49:06 UTC** · UNIX seconds `"1603885746"`' };

  test.each([
    ['{"firstSeen": "16038|85746"}', '"1603885746"'],
    ['{"firstSeen": |1603885746000}', '1603885746000'],
    ['{"firstSeen": "2020-10-28T|13:49:06+02:00"}', '"2020-10-28T13:49:06+02:00"'],
    ['{"customData": {"paid": "1603|885746"}}', '"1603885746"'],
    ['{"customData": [{"property": "paid", "value": |1603885746}]}', '1603885746'],
    ['{"lastSeen": |1603885746}', '1603885746'],
  ])('show the date of %s', (marked, value) => {
    expect(hoverAt(marked)).toEqual([value, shown]);
  });

  test.each([
    '{"first|Seen": "1603885746"}',
    '{"userId": "1603|885746"}',
    '{"customData": {"seats": |12}}',
    '{"firstSeen": "so|on"}',
    '|',
  ])('show nothing without a date: %s', (marked) => {
    expect(hoverAt(marked)).toBeUndefined();
  });
});

describe('colors', () => {
  const text = `{"tags": [{"color": "#F00"}, {"color": "red"}, {"color": "hsl(0 100% 50% / 50%)"}, {"color": "no"}]}`;

  test('are those of tags, in every CSS notation', () => {
    expect(
      makeService()
        .colors(documentOf(text))
        .map(({ color }) => color),
    ).toEqual([
      { red: 1, green: 0, blue: 0, alpha: 1 },
      { red: 1, green: 0, blue: 0, alpha: 1 },
      { red: 1, green: 0, blue: 0, alpha: 128 / 255 },
    ]);
  });

  test('are offered in hex, by name and as functions', () => {
    const document = documentOf(text);
    const range = { start: document.positionAt(0), end: document.positionAt(1) };
    const labels = (red: number, green: number, blue: number, alpha: number) =>
      makeService()
        .colorPresentations(document, { red, green, blue, alpha }, range)
        .map(({ label }) => label);
    expect(labels(0, 0.5, 0, 1)).toEqual(['#008000', 'green', 'rgb(0 128 0)', 'hsl(120 100% 25%)']);
    expect(labels(0, 0, 1, 0.5)).toEqual(['#0000ff80', 'rgb(0 0 255 / 0.5)', 'hsl(240 100% 50% / 0.5)']);
  });
});

describe('outline and lenses', () => {
  const list = '[{"name": " Ada ", "email": "ada@example.com"}, {"userId": 5}, {}, 3]';

  test('list customers by name', () => {
    const symbols = makeService().symbols(documentOf(list, 'all.customers.json'));
    expect(symbols.map(({ name, detail }) => [name, detail])).toEqual([
      ['Ada', 'ada@example.com'],
      ['5', ''],
      ['Customer 3', ''],
    ]);
  });

  test('list a customer while it is being typed', () => {
    expect(makeService().symbols(documentOf('{"name": "Ada", "email": '))).toMatchObject([{ name: 'Ada' }]);
  });

  test('add a lens to each customer that has a field, with account and path', () => {
    const settings = { command: 'create', account: 'sandbox' };
    const lenses = makeService().codeLenses(documentOf(list, 'all.customers.json'), settings);
    expect(lenses.map(({ command }) => [command?.title, command?.arguments])).toEqual([
      ['Create all 2 · sandbox', [{ uri: 'file:///all.customers.json', path: '', isAll: true }]],
      ['Create customer · sandbox', [{ uri: 'file:///all.customers.json', path: '/0' }]],
      ['Create customer · sandbox', [{ uri: 'file:///all.customers.json', path: '/1' }]],
    ]);
  });
});

describe('isCustomerDocument', () => {
  test.each([
    ['ada.customer.json', '', true],
    ['all.customers.jsonc', '', true],
    ['Ada.Customer.JSON', '', true],
    ['any.json', '{"$schema": "helpcrunch://schemas/customer.json"}', true],
    ['any.json', '{"about": "helpcrunch://schemas/customer.json"}', false],
    ['customer.json', '{"name": "Ada"}', false],
  ])('%s with %s: %s', (name, text, is) => {
    expect(makeService().isCustomerDocument(documentOf(text, name))).toBe(is);
  });
});

describe('variables', () => {
  const text = '{"name": "Test {{counter}}", "email": "{{uuid}}@gmial.com", "firstSeen": "{{timestamp}}"}';

  test('texts are diagnosed with values, and no fix writes these into the file', () => {
    expect(found(text)).toEqual([['email-typo', '"{{uuid}}@gmial.com"']]);
    const document = documentOf(text);
    const service = makeService();
    const range = { start: document.positionAt(0), end: document.positionAt(text.length) };
    const context = { diagnostics: service.diagnostics(document) };
    expect(service.codeActions(document, range, context).filter(({ kind }) => kind === 'quickfix')).toEqual(
      [],
    );
    expect(found('{"name": "Test {{number}}"}')).toEqual([['unknown-variable', '"Test {{number}}"']]);
  });

  test.each([
    [
      '{"name": "Test {{cou|nter}}"}',
      '`{{counter}}` is replaced when the customer is sent: the next number of this workspace, next `7`.',
    ],
    [
      '{"firstSeen": "{{timestamp}}|"}',
      '`{{timestamp}}` is replaced when the customer is sent: the time of the send in seconds since 1970, now `1768478400`.',
    ],
    ['{"name": "|{{number}}"}', '`{{number}}` is sent as it is: it is not a variable.'],
  ])('hover: %s', (marked, expected) => {
    const service = createCustomerService({ now: () => Date.UTC(2026, 0, 15, 12), nextCount: () => 7 });
    const { document, position } = withCursor(marked);
    expect(service.hover(document, position)?.contents).toMatchObject({ value: expected });
  });
});
