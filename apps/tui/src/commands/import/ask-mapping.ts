import {
  type ColumnProfile,
  type DateFormat,
  type MappingChoices,
  type MappingQuestion,
  mappingQuestionMessage,
  readTarget,
  type Target,
  targetNames,
  unknownTarget,
  writeTarget,
} from '@helpcrunch-customer-kit/import';
import type { Prompts } from './prompts.ts';

/** Asks what a table leaves open; `undefined` when the user stopped. */
export async function askMapping(
  questions: readonly MappingQuestion[],
  profiles: readonly ColumnProfile[],
  choices: MappingChoices,
  prompts: Prompts,
): Promise<MappingChoices | undefined> {
  const targets = new Map(choices.targets);
  const dateFormats = new Map(choices.dateFormats);
  let { zeroIsNoDate } = choices;
  for (const question of questions) {
    switch (question.kind) {
      case 'unmapped':
        for (const header of question.headers) {
          const profile = profiles.find((each) => each.header === header);
          const target = profile && (await askTarget(profile, prompts));
          if (!target) return undefined;
          targets.set(header, target);
        }
        break;
      case 'same-target': {
        const kept = await askKept(question, prompts);
        if (kept === undefined) return undefined;
        for (const header of question.headers) if (header !== kept) targets.set(header, { kind: 'ignore' });
        break;
      }
      case 'ambiguous-dates': {
        const format = await askFormat(question, prompts);
        if (!format) return undefined;
        dateFormats.set(question.header, format);
        break;
      }
      case 'zero-dates': {
        const text = `Column "${question.header}" has 0 instead of a date in some rows. Does 0 mean no date?`;
        const answer = await prompts.choose(text, { y: 'Yes, no date', n: 'No, these rows have errors' });
        if (answer === undefined) return undefined;
        zeroIsNoDate = answer === 'y';
        break;
      }
      case 'no-identity': {
        prompts.print(['', mappingQuestionMessage(question)]);
        return undefined;
      }
      default: {
        const unreachable: never = question;
        return unreachable;
      }
    }
  }
  return { ...choices, targets, dateFormats, ...(zeroIsNoDate === undefined ? {} : { zeroIsNoDate }) };
}

async function askTarget(
  { header, examples, type }: ColumnProfile,
  prompts: Prompts,
): Promise<Target | undefined> {
  const custom: Target = { kind: 'custom-data', property: header, type };
  const sample = examples.length === 0 ? 'empty' : examples.join(', ').slice(0, 60);
  const choice = await prompts.choose(`Column "${header}" (${sample}) has no field of this name.`, {
    c: `Custom data: ${writeTarget(custom)}`,
    i: 'Leave it out',
    f: 'Another field',
  });
  if (choice === 'c') return custom;
  if (choice === 'i') return { kind: 'ignore' };
  if (choice === undefined) return undefined;
  prompts.print([`Fields: ${targetNames.join(', ')}`]);
  for (;;) {
    const name = await prompts.ask(`Field for "${header}": `);
    if (name === undefined) return undefined;
    const target = readTarget(name);
    if (target) return target;
    prompts.print([unknownTarget(header, name)]);
  }
}

async function askKept(
  { target, headers }: Extract<MappingQuestion, { kind: 'same-target' }>,
  prompts: Prompts,
): Promise<string | undefined> {
  const choices = Object.fromEntries(headers.map((header, index) => [String(index + 1), header]));
  const key = await prompts.choose(
    `Which column is ${writeTarget(target)}? The others are left out.`,
    choices,
  );
  return key === undefined ? undefined : choices[key];
}

async function askFormat(
  { header, formats, example }: Extract<MappingQuestion, { kind: 'ambiguous-dates' }>,
  prompts: Prompts,
): Promise<DateFormat | undefined> {
  const meanings: Partial<Record<DateFormat, string>> = { dmy: 'day first', mdy: 'month first' };
  const choices = Object.fromEntries(
    formats.map((format, index) => [String(index + 1), meanings[format] ?? format]),
  );
  const key = await prompts.choose(`How are the dates in "${header}" written, such as ${example}?`, choices);
  return key === undefined ? undefined : formats[Number(key) - 1];
}
