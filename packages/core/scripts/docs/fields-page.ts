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

/** The rules that hold for several fields; what each issue means is on the page of the rules. */
const readingNotes = `Every text is trimmed, and what is empty is left out. Text is never turned into a number, and a number in a text field
is sent as its digits.

**Dates** are read in one way everywhere, and sent as UNIX seconds:

- Digits are UNIX seconds from 1995 on. Eight digits in the form of a date, such as \`20201028\`, are that date. Other digits,
  such as a year, a day of a spreadsheet (\`44133\`), or milliseconds, are an error that offers the likely date.
- ISO 8601 (\`2020-10-28T12:49:06Z\`), the year first with \`/\` or \`.\`, and a month in English words (\`28 Oct 2020\`,
  \`Wed, 28 Oct 2020 12:49:06 GMT\`) are read as written, also with AM and PM. So is \`2020年10月28日\`.
- \`31.12.2023\` and \`12/31/2023\` have one reading. \`01/05/2024\` has two, and so has \`5/1/24\`: an error that offers each.
- Without a time it is 00:00, and without a time zone it is UTC, with advice that says so.

**Invisible characters**, such as U+200B, and control characters are an error in an email, an ID, a phone number, a URL, a
language, and the names of tags and properties: two values look equal, but are not. Emoji and scripts that need joiners keep
theirs. In a name, a company, notes, and values of custom data, only control characters are an error. Text of nothing but
invisible characters is empty.

**Tags** in one line of text are split at commas. The end of a tag is its color when it is a CSS color: \`vip #ff0000\`. A number
such as \`#123\` and a name in double quotes are never a color: \`"code red"\`.

**Numbers** that JSON readers would round are an error, and a request never shows them rounded. The short form of
spreadsheets, \`3.8E+11\`, is advice, since digits may be lost already.`;

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
    '## How values are read',
    readingNotes,
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
