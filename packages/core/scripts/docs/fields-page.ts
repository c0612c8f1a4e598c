import type { CustomerField, FieldFact } from '../../src/customer/customer-field.ts';
import { customerFields } from '../../src/customer/customer-fields.ts';
import type { JsonObject } from '../../src/customer/json-value.ts';
import { readOnlyFields } from '../../src/customer/read-only-fields.ts';
import { fieldKindWords } from './kind-words.ts';
import { generatedNote, jsonBlock, page, table } from './markdown.ts';

const intro = `Every field that "Create customer" takes, in the order in which the wizard asks for them. No field is required; one
of name, email and userId should be there. How sure each fact is: *documented* stands on HelpCrunch's own pages, *seen*
comes from public clients of the API, *guess* is neither.`;

/** docs/fields.md: what is known of each field. */
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
        fieldKindWords[kind],
        help,
      ]),
    ),
    ...customerFields.flatMap(section),
    '## Fields of answers',
    `HelpCrunch answers with these as well. They are its own: found in a customer, they are reported and not sent.`,
    [...readOnlyFields].map((key) => `\`${key}\``).join(', '),
  );
}

function section(field: CustomerField): string[] {
  const { key, label, kind, help, example, facts, parts = [] } = field;
  return [
    `## ${key}`,
    `**${label}** (${fieldKindWords[kind]}). ${help}`,
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

function factLine({ says, certainty }: FieldFact): string {
  return `- ${says} (*${certainty}*)`;
}
