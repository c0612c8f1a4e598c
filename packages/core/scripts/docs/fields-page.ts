import type { CustomerField, FieldFact, FieldKind } from '../../src/customer/field.ts';
import { customerFields, readOnlyFields } from '../../src/customer/fields.ts';
import type { JsonObject } from '../../src/customer/json.ts';
import { generatedNote, jsonBlock, page, table } from './markdown.ts';

const intro = `Every field that "Create customer" takes, in the order in which the wizard asks for them. No field is required, but
always send a name, an email, or a user ID. Certainty of a fact: *documented* on HelpCrunch's own pages, *seen* in public
clients of the API, or a *guess*.`;

/** What each kind of field holds. */
const kindLabels: Readonly<Record<FieldKind, string>> = {
  text: 'text',
  email: 'an email address',
  date: 'a date',
  url: 'a URL',
  locale: 'a language',
  'long-text': 'text of several lines',
  tags: 'a list of tags',
  'custom-data': 'a map or a list of attributes',
};

/** docs/fields.md: the known facts about each field. */
export function fieldsPage(): string {
  return page(
    generatedNote,
    '# Fields',
    intro,
    table(
      ['field', 'label', 'holds', 'what to write'],
      customerFields.map(({ key, label, kind, help }) => [
        `[\`${key}\`](#${key.toLowerCase()})`,
        label,
        kindLabels[kind],
        help,
      ]),
    ),
    ...customerFields.flatMap(section),
    '## Fields of responses',
    `HelpCrunch's responses have these fields as well. In a customer, they are reported and not sent.`,
    [...readOnlyFields].map((key) => `\`${key}\``).join(', '),
  );
}

function section(field: CustomerField): string[] {
  const { key, label, kind, help, example, facts, parts = [] } = field;
  return [
    `## ${key}`,
    `**${label}** (${kindLabels[kind]}). ${help}`,
    jsonBlock(inOneLine({ [key]: example })),
    facts.map(factLine).join('\n'),
    ...(parts.length === 0
      ? []
      : [
          table(
            ['part', 'what to write', 'example'],
            parts.map((part) => [`\`${part.key}\``, part.help, `\`${JSON.stringify(part.example)}\``]),
          ),
        ]),
  ];
}

/** With blanks between its parts, as people write JSON. */
function inOneLine(value: JsonObject): string {
  return JSON.stringify(value, null, 1).replaceAll(/\n */g, ' ');
}

function factLine({ text, certainty }: FieldFact): string {
  return `- ${text} (*${certainty}*)`;
}
