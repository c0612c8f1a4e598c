import { describe, expect, test } from 'vitest';
import { documentOf, makeService, withCursor } from '../../test/documents.ts';
import { createCustomerService } from './customer-service.ts';

/** Code and marked text of each finding. */
function found(text: string, name?: string) {
  const document = documentOf(text, name);
  return makeService()
    .diagnostics(document)
    .map(({ code, range }) => [code, document.getText(range)]);
}

describe('findings', () => {
  test('stand at the value that is wrong', () => {
    expect(found('{"email": "ada", "firstSeen": "soon"}')).toEqual([
      ['invalid-email', '"ada"'],
      ['unreadable-date', '"soon"'],
    ]);
  });

  test('stand at the key where the key is wrong', () => {
    expect(found('{"name": "Ada", "id": 5, "emial": "a", "customData": {"": 1}}')).toEqual([
      ['entry-without-property', '""'],
      ['read-only-field', '"id"'],
      ['unknown-field', '"emial"'],
    ]);
  });

  test('stand at the opening brace when they concern the whole customer', () => {
    expect(found('{"company": "Analytical Engines"}')).toEqual([['no-identity', '{']]);
  });

  test('mark the first line of what spans several', () => {
    expect(found('{"name": {\n  "first": "Ada"\n}}')).toEqual([['wrong-type', '{']]);
  });

  test('are those of every customer in a list, and of the list', () => {
    const list = '[{"userId": "a"}, {"userId": "a", "locale": "xx"}, "Grace"]';
    expect(found(list, 'all.customers.json')).toEqual([
      ['unknown-locale', '"xx"'],
      ['duplicate-user-id', '"a"'],
      ['not-an-object', '"Grace"'],
    ]);
  });

  test('are those of every customer of a page that a search answered', () => {
    expect(found('{"data": [{"name": "Ada"}, {"name": 5}], "total": 2}', 'all.customers.json')).toEqual([
      ['wrong-type', '5'],
    ]);
  });

  test('say that a file named for one customer holds a list', () => {
    expect(found('[{"name": "Ada"}, {"name": "Grace"}]')).toEqual([['list-of-customers', '[']]);
    expect(found('{"data": [{"name": "Ada"}]}')).toEqual([['list-of-customers', '[']]);
  });

  test('link to their rule, in a page of rules or by an address that has a place for it', () => {
    const linkOf = (rulesUrl: string) =>
      createCustomerService({ now: Date.now, rulesUrl }).diagnostics(documentOf('{"name": 5}'))[0]
        ?.codeDescription;
    expect(linkOf('file:///rules.md')).toEqual({ href: 'file:///rules.md#wrong-type' });
    expect(linkOf('command:show?["{code}"]')).toEqual({ href: 'command:show?["wrong-type"]' });
  });

  test('point to the first of two', () => {
    const document = documentOf('{"name": "Ada", "tags": [{"name": "vip"}, {"name": "vip"}]}');
    const [diagnostic] = makeService().diagnostics(document);
    const [first] = diagnostic?.relatedInformation ?? [];
    expect(first && document.getText(first.location.range)).toBe('{"name": "vip"}');
    expect(first?.message).toBe('The first one');
  });

  test('call a hard-coded API key an error, and never repeat it', () => {
    const key = 'k'.repeat(328);
    const diagnostics = makeService().diagnostics(documentOf(`{"userId": "${key}"}`));
    expect(diagnostics).toMatchObject([{ code: 'key-like-text', severity: 1 }]);
    expect(JSON.stringify(diagnostics)).not.toContain('kkkk');
  });

  test('fade what is not sent', () => {
    expect(makeService().diagnostics(documentOf('{"name": "Ada", "id": 5}'))).toMatchObject([
      { code: 'read-only-field', severity: 3, tags: [1] },
    ]);
  });

  test('of a text over the limits are one message, and nothing else is done with it', () => {
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

  test('are a thousand at most, errors first, with one message about the rest', () => {
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
  ])('show the date that %s stands for', (marked, value) => {
    expect(hoverAt(marked)).toEqual([value, shown]);
  });

  test.each([
    '{"first|Seen": "1603885746"}',
    '{"userId": "1603|885746"}',
    '{"customData": {"seats": |12}}',
    '{"firstSeen": "so|on"}',
    '|',
  ])('show nothing where no date stands: %s', (marked) => {
    expect(hoverAt(marked)).toBeUndefined();
  });
});

describe('colours', () => {
  const text = `{"tags": [{"color": "#F00"}, {"color": "red"}, {"color": "hsl(0 100% 50% / 50%)"}, {"color": "no"}]}`;

  test('are those of tags, in every notation of CSS', () => {
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

  test('are written in hex, by name and by function', () => {
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

  test('customers are listed by name', () => {
    const symbols = makeService().symbols(documentOf(list, 'all.customers.json'));
    expect(symbols.map(({ name, detail }) => [name, detail])).toEqual([
      ['Ada', 'ada@example.com'],
      ['5', ''],
      ['Customer 3', ''],
    ]);
  });

  test('a customer that is being written stays in the list', () => {
    expect(makeService().symbols(documentOf('{"name": "Ada", "email": '))).toMatchObject([{ name: 'Ada' }]);
  });

  test('each customer with something in it has a lens, which names account and place', () => {
    const settings = { command: 'create', account: 'sandbox' };
    const lenses = makeService().codeLenses(documentOf(list, 'all.customers.json'), settings);
    expect(lenses.map(({ command }) => [command?.title, command?.arguments])).toEqual([
      ['Create in HelpCrunch (sandbox)', [{ uri: 'file:///all.customers.json', path: '/0' }]],
      ['Create in HelpCrunch (sandbox)', [{ uri: 'file:///all.customers.json', path: '/1' }]],
    ]);
  });
});

describe('customer JSON', () => {
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
