import { type CustomerField, customerFields, type FieldKind } from '@helpcrunch-customer-kit/core';
import { describe, expect, test } from 'vitest';
import { createSchemaFeatures } from '../src/schema-features.ts';
import { refactoringsAt } from './actions.ts';
import { documentOf, makeService, withCursor } from './documents.ts';

/**
 * What the server offers for every field of a kind. A new kind does not compile until it is listed here, and a new
 * field runs through the tests of its kind.
 */
const features: Record<FieldKind, readonly ((field: CustomerField) => void)[]> = {
  text: [offersTrim],
  'long-text': [offersTrim],
  url: [offersTrim],
  email: [offersTrim, offersLowercaseDomain],
  date: [showsDate, convertsDate],
  locale: [completesLocales],
  tags: [completesKnownNames, showsColors],
  'custom-data': [completesKnownNames, convertsCustomData],
};

describe.each([...customerFields] as CustomerField[])('the field $key', (field) => {
  test('has no error with its example, is offered by the schema and explained by its hover', async () => {
    const document = documentOf(JSON.stringify({ name: 'Ada', [field.key]: field.example }));
    const errors = makeService('all')
      .diagnostics(document)
      .filter(({ severity }) => severity === 1);
    expect(errors).toEqual([]);

    const schema = createSchemaFeatures();
    const { document: empty, position } = withCursor('{|}');
    const offered = await schema.completions(empty, position);
    expect(offered.map(({ label }) => label)).toContain(field.key);
    const hover = await schema.hover(document, document.positionAt(document.getText().indexOf(field.key)));
    expect(JSON.stringify(hover?.contents)).toContain(JSON.stringify(field.help).slice(1, -1));
  });

  test(`has the features of the kind ${field.kind}`, () => {
    for (const hasFeature of features[field.kind]) hasFeature(field);
  });
});

function offersTrim({ key }: CustomerField): void {
  expect(refactoringsAt(`{"${key}": " |x "}`)).toContainEqual([
    'Remove leading and trailing spaces',
    `{"${key}": "x"}`,
  ]);
}

function offersLowercaseDomain({ key }: CustomerField): void {
  expect(refactoringsAt(`{"${key}": "ada@|EXAMPLE.com"}`)).toEqual([
    ['Convert the domain to lowercase', `{"${key}": "ada@example.com"}`],
  ]);
}

function showsDate({ key }: CustomerField): void {
  const { document, position } = withCursor(`{"${key}": "1603|885746"}`);
  expect(JSON.stringify(makeService().hover(document, position))).toContain('2020-10-28 11:49:06 UTC');
}

function convertsDate({ key }: CustomerField): void {
  expect(refactoringsAt(`{"${key}": "|1603885746"}`).map(([title]) => title)).toEqual([
    'Convert to a date: 2020-10-28T11:49:06Z',
  ]);
}

function completesLocales({ key }: CustomerField): void {
  const { document, position } = withCursor(`{"${key}": "|"}`);
  expect(
    makeService()
      .completions(document, position)
      .map(({ label }) => label),
  ).toContain('uk');
}

/** The names of the field's example are learned, and offered in place of each of its names. */
function completesKnownNames({ key, example }: CustomerField): void {
  const service = makeService();
  service.learn(documentOf(JSON.stringify({ [key]: example }), 'known.customer.json'));
  const part = key === 'tags' ? 'name' : 'property';
  const { document, position } = withCursor(`{"${key}": [{"${part}": "|"}]}`);
  const [first] = Array.isArray(example) ? example.map((item) => item?.name) : Object.keys(example ?? {});
  expect(service.completions(document, position).map(({ label }) => label)).toContain(first);
}

function showsColors({ key, example }: CustomerField): void {
  expect(makeService().colors(documentOf(JSON.stringify({ [key]: example })))).toHaveLength(1);
}

function convertsCustomData({ key }: CustomerField): void {
  expect(refactoringsAt(`{"${key}|": {"plan": "pro"}}`)).toEqual([
    ['Convert to a list of {property, value}', `{"${key}": [{ "property": "plan", "value": "pro" }]}`],
  ]);
}
