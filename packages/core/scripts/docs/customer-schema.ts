import type { CustomerField, FieldKind } from '../../src/customer/customer-field.ts';
import { customerFields } from '../../src/customer/customer-fields.ts';
import type { JsonObject, JsonValue } from '../../src/customer/json-value.ts';

/**
 * generated/customer.schema.json, for what editors do with a schema: documentation, completion, defaults, snippets. It
 * holds no keyword that validates, since core judges and no finding shall stand twice. Comments and trailing commas,
 * which core reads, are allowed in words that VS Code knows.
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
        description: 'A customer known by name, email and userId',
        body: { name: '$1', email: '$2', userId: '$3' },
      },
    ],
    properties: {
      $schema: { description: 'Where this schema stands. It is never sent.' },
      ...Object.fromEntries(customerFields.map((field) => [field.key, property(field)])),
    },
    items: { $ref: '#' },
  };
}

/** Lists are offered with their brackets; for all else the example says enough. */
const snippets: Readonly<Partial<Record<FieldKind, readonly JsonValue[]>>> = {
  tags: [{ label: 'tags', description: 'A tag with a colour', body: [{ name: '$1', color: '$2' }] }],
  'custom-data': [
    { label: 'map', description: 'Attributes as a map', body: { '${1:property}': '$2' } },
    {
      label: 'list',
      description: 'Attributes as the list that travels',
      body: [{ property: '$1', value: '$2' }],
    },
  ],
};

/** The language server offers these by name, or as the workspace has them; an example beside it would stand twice. */
const offeredElsewhere: ReadonlySet<string> = new Set(['locale', 'tags/name', 'customData/property']);

function property({ key, label, kind, help, example, facts, parts }: CustomerField): JsonObject {
  const known = facts.map(({ says, certainty }) => `- ${says} (*${certainty}*)`).join('\n');
  const defaultSnippets = snippets[kind];
  return {
    title: label,
    description: help,
    markdownDescription: `${help}\n\n${known}`,
    ...(defaultSnippets ? { defaultSnippets } : examplesOf(key, example)),
    ...(parts
      ? { items: { properties: Object.fromEntries(parts.map((part) => partProperty(key, part))) } }
      : {}),
  };
}

function examplesOf(place: string, example: JsonValue): JsonObject {
  return offeredElsewhere.has(place) ? {} : { examples: [example] };
}

function partProperty(
  field: string,
  part: NonNullable<CustomerField['parts']>[number],
): [string, JsonObject] {
  const place = `${field}/${part.key}`;
  return [part.key, { description: part.help, ...examplesOf(place, part.example) }];
}
