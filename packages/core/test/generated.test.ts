import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { customerSchema } from '../scripts/docs/customer-schema.ts';
import { generatedFiles } from '../scripts/docs/generated-files.ts';
import { customerFields } from '../src/customer/fields.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../src/customer/json.ts';
import { rules } from '../src/rules/rules.ts';

const root = new URL('../../../', import.meta.url);

function textOf(path: string): string {
  return generatedFiles.find((file) => file.path === path)?.text() ?? '';
}

/** The schemas within a schema, itself included: what stands under `properties` is names, not keywords. */
function schemasIn(schema: JsonObject): JsonObject[] {
  const { properties, items } = schema;
  const parts: (JsonValue | undefined)[] = [
    ...Object.values(isJsonObject(properties) ? properties : {}),
    items,
  ];
  return [schema, ...parts.filter(isJsonObject).flatMap(schemasIn)];
}

test.each(generatedFiles)('$path is fresh', async ({ path, text }) => {
  expect(text()).toBe(await readFile(new URL(path, root), 'utf8'));
});

test('the check of the command line says nothing when all is fresh', () => {
  const script = new URL('packages/core/scripts/generate.ts', root);
  expect(execFileSync(process.execPath, [fileURLToPath(script), '--check'], { encoding: 'utf8' })).toBe('');
});

test.each(rules)('docs/rules.md has a section for #$code', ({ code }) => {
  expect(textOf('docs/rules.md').split('\n')).toContain(`## ${code}`);
});

test.each(customerFields.map(({ key }) => key))('docs/fields.md has a section for %s', (key) => {
  expect(textOf('docs/fields.md').split('\n')).toContain(`## ${key}`);
});

test.each(customerFields.map(({ key }) => key))('the schema documents %s', (key) => {
  const { properties } = customerSchema();
  const property = isJsonObject(properties) ? properties[key] : undefined;
  expect(property).toMatchObject({
    title: expect.any(String),
    description: expect.any(String),
    markdownDescription: expect.any(String),
  });
});

test('the schema holds no keyword that validates', () => {
  const silent = [
    '$schema',
    '$ref',
    'title',
    'description',
    'markdownDescription',
    // Of `color` alone, which shows swatches and validates nothing.
    'format',
    'examples',
    'default',
    'defaultSnippets',
    'properties',
    'items',
    'allowComments',
    'allowTrailingCommas',
    // How completion sorts the field.
    'suggestSortText',
  ];
  const keywords = new Set(schemasIn(customerSchema()).flatMap((schema) => Object.keys(schema)));
  expect([...keywords].filter((keyword) => !silent.includes(keyword))).toEqual([]);
});

test('no generated page has a hole', () => {
  expect(
    generatedFiles.map(({ text }) => text()).filter((text) => /undefined|\[object|NaN/.test(text)),
  ).toEqual([]);
});

test('the schema has no format: swatches are the language server’s', () => {
  expect(schemasIn(customerSchema()).flatMap(({ format }) => format ?? [])).toEqual([]);
});
