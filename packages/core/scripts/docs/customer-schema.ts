import type { CustomerField, FieldKind, FieldPart } from '../../src/customer/field.ts';
import { customerFields } from '../../src/customer/fields.ts';
import type { JsonObject, JsonValue } from '../../src/customer/json.ts';

/**
 * generated/customer.schema.json, for documentation, completion, defaults, and snippets in editors. It has no keyword that
 * validates: core validates, and an editor would show each issue twice. VS Code's own keywords allow comments and
 * trailing commas, which core reads.
 */
export function customerSchema(): JsonObject {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'HelpCrunch customer',
    description: 'A customer to create in HelpCrunch, or a list of them.',
    allowComments: true,
    allowTrailingCommas: true,
    default: {},
    defaultSnippets: [
      {
        label: 'customer',
        description: 'A customer with name, email, and user ID',
        body: { name: '$1', email: '$2', userId: '$3' },
      },
    ],
    properties: {
      // Rarely needed: after the fields.
      $schema: { suggestSortText: '99', description: 'The address of this schema. It is never sent.' },
      ...Object.fromEntries(customerFields.map((field, index) => [field.key, property(field, index)])),
    },
    items: { $ref: '#' },
  };
}

/** For lists, with their brackets; the other fields have their example. */
const snippets: Readonly<Partial<Record<FieldKind, readonly JsonValue[]>>> = {
  tags: [{ label: 'tags', description: 'A tag with a color', body: [{ name: '$1', color: '$2' }] }],
  'custom-data': [
    { label: 'map', description: 'Attributes as a map', body: { '${1:property}': '$2' } },
    {
      label: 'list',
      description: 'Attributes as a list, as in a request',
      body: [{ property: '$1', value: '$2' }],
    },
  ],
};

/** The language server offers these from the workspace; an example would be a duplicate. */
const offeredParts: ReadonlySet<string> = new Set(['tags/name', 'customData/property']);

function property(field: CustomerField, index: number): JsonObject {
  const { key, label, kind, help, example, facts, parts } = field;
  const known = facts.map(({ text, certainty }) => `- ${text} (*${certainty}*)`).join('\n');
  const defaultSnippets = snippets[kind];
  return {
    title: label,
    // Completion lists fields in their order, not by name.
    suggestSortText: String(index).padStart(2, '0'),
    description: help,
    markdownDescription: `${help}\n\n${known}`,
    ...(defaultSnippets ? { defaultSnippets } : field.hasOfferedValues ? {} : { examples: [example] }),
    ...(parts
      ? { items: { properties: Object.fromEntries(parts.map((part) => partProperty(key, part))) } }
      : {}),
  };
}

function partProperty(field: string, { key, help, example }: FieldPart): [string, JsonObject] {
  return [
    key,
    { description: help, ...(offeredParts.has(`${field}/${key}`) ? {} : { examples: [example] }) },
  ];
}
