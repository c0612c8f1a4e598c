import {
  type ColumnProfile,
  dateFormatLabels,
  type Mapping,
  type MappingChoices,
  type MappingQuestion,
  mappingQuestionMessage,
  readTarget,
  type Target,
  targetNames,
  toReadableDate,
  writeTarget,
} from '@helpcrunch-customer-kit/import';
import { fit, padCells } from '../../render/layout.ts';
import type { ViewLine } from '../../render/view.ts';
import { placeLabel, targetLabel } from './import-lines.ts';
import type { Menu, MenuRow, Prompts } from './menu.ts';

/** What the columns of a table become, as far as it is decided. */
export interface MappedTable {
  readonly mapping: Mapping;
  readonly questions: readonly MappingQuestion[];
}

export interface MappingContext {
  /** The file's name. */
  readonly name: string;
  readonly profiles: readonly ColumnProfile[];
  readonly prompts: Prompts;
  readonly map: (choices: MappingChoices) => MappedTable;
}

/** Shows the columns with what they become, and lets the user change each; `undefined` when the user stopped. */
export async function decideColumns(
  given: MappingChoices,
  context: MappingContext,
): Promise<MappedTable | undefined> {
  const { prompts, profiles } = context;
  let choices = given;
  let selected: number | undefined;
  for (;;) {
    const table = context.map(choices);
    const open = profiles.findIndex(({ header }) => questionOf(table, header));
    const picked = await prompts.menu(
      tableMenu(table, context, selected ?? (open === -1 ? profiles.length : open)),
    );
    if (picked.kind === 'back' && choices !== given && (await isStayPicked(prompts))) continue;
    if (picked.kind !== 'chosen') return undefined;
    if (picked.index === profiles.length && table.questions.length === 0) return table;
    const index = picked.index < profiles.length ? picked.index : open;
    const profile = profiles[index];
    const changed = profile ? await askColumn(profile, table, choices, prompts) : 'quit';
    if (changed === 'quit') return undefined;
    choices = changed ?? choices;
    // On to the next column that is open; a column that was only looked at stays selected.
    selected = changed === undefined && picked.index < profiles.length ? picked.index : undefined;
  }
}

/** Esc is pressed by accident: what was chosen is not lost by it. */
async function isStayPicked(prompts: Prompts): Promise<boolean> {
  const picked = await prompts.menu({
    title: 'Stop the import?',
    lead: [{ text: 'What you chose for the columns is not kept.', tone: 'plain' }],
    rows: () => [{ text: 'Back to the columns' }, { text: 'Stop' }],
  });
  return picked.kind === 'back' || (picked.kind === 'chosen' && picked.index === 0);
}

/** What a column leaves open. */
function questionOf({ questions }: MappedTable, header: string): MappingQuestion | undefined {
  return questions.find((question) =>
    'headers' in question
      ? question.headers.includes(header)
      : 'header' in question && question.header === header,
  );
}

function tableMenu(table: MappedTable, { name, profiles }: MappingContext, selected: number): Menu {
  const { columns } = table.mapping;
  const used = columns.filter(({ target }) => target && target.kind !== 'ignore').length;
  const waiting = table.questions.some(({ kind }) => kind === 'no-identity')
    ? [{ text: mappingQuestionMessage({ kind: 'no-identity' }), tone: 'error' } as const]
    : [];
  return {
    title: `Columns of ${name}`,
    list: 'columns',
    aside: `${used} of ${columns.length} used`,
    rows(width) {
      const headers = profiles.map(({ header }) => header);
      const places = columns.map((column) => placeLabel(column));
      const first = widthOf(headers, width * 0.35);
      // What a column becomes matters more than examples of its cells.
      const second = widthOf(places, Math.max(width * 0.35, Math.min(24, width - first - 6)));
      const rest = width - first - second - 8;
      return [
        ...profiles.map(({ header, examples }, index): MenuRow => {
          const question = questionOf(table, header);
          const place = places[index] ?? '';
          const example = examples.join(', ');
          const isCut = header.length > first || place.length > second;
          const isOut = columns[index]?.target?.kind === 'ignore';
          return {
            text: `${question ? '! ' : '  '}${padCells(fit(header, first), first)}  → ${padCells(fit(place, second), second)}  ${rest < 6 ? '' : fit(example, rest)}`.trimEnd(),
            spoken: `${header}: ${place}${example === '' ? '' : `. For example ${example}`}`,
            tone: question ? 'advice' : isOut ? 'quiet' : 'plain',
            notes: [
              ...(isCut && !question ? [{ text: `${header} → ${place}`, tone: 'quiet' as const }] : []),
              question
                ? { text: openText(question, header), tone: 'advice' }
                : {
                    text: example === '' ? 'This column is empty.' : `For example: ${example}`,
                    tone: 'quiet',
                  },
            ],
          };
        }),
        {
          text: table.questions.length === 0 ? 'Check the rows' : 'Decide what is open',
          tone: 'strong',
          notes: waiting,
        },
      ];
    },
    selected,
    enter: 'change',
    leave: 'stop',
  };
}

function widthOf(texts: readonly string[], most: number): number {
  return Math.min(Math.max(...texts.map((text) => text.length)), Math.floor(most));
}

/** What is open, without the flags that decide it elsewhere. */
function openText(question: MappingQuestion, header: string): string {
  switch (question.kind) {
    case 'unmapped':
      if (isId(header))
        return 'If your site or app knows customers by this ID, it is the User ID, which must be unique. If not, keep it as custom data.';
      return 'Choose a field for this column, make it custom data, or leave it out.';
    case 'same-target':
      return `Several columns are ${targetLabel(question.target)}: ${question.headers.join(', ')}. Choose one.`;
    case 'ambiguous-dates':
      return `Dates such as ${question.example} can be read in several ways. Choose one.`;
    case 'zero-dates':
      return 'Some rows have 0 instead of a date. Does 0 mean no date?';
    case 'no-identity':
      return mappingQuestionMessage(question);
    default: {
      const unreachable: never = question;
      return unreachable;
    }
  }
}

/** Asks what a column becomes; `undefined` when it stays, `quit` when the user stopped. */
async function askColumn(
  profile: ColumnProfile,
  table: MappedTable,
  choices: MappingChoices,
  prompts: Prompts,
): Promise<MappingChoices | 'quit' | undefined> {
  const { header } = profile;
  const examples = profile.examples.join(', ');
  const question = questionOf(table, header);
  const withTargets = (...targets: [string, Target][]): MappingChoices => ({
    ...choices,
    targets: new Map([...(choices.targets ?? []), ...targets]),
  });
  const one = async (title: string, labels: readonly string[], selected = 0) => {
    const lead: ViewLine[] = question ? [{ text: openText(question, header), tone: 'advice' }] : [];
    if (examples !== '') lead.push({ text: `For example: ${examples}`, tone: 'quiet' });
    return prompts.menu({
      title,
      list: 'fields',
      lead,
      rows: () => labels.map((text) => ({ text })),
      selected,
    });
  };
  const done = <Value>(picked: Awaited<ReturnType<typeof one>>, values: readonly Value[]) =>
    picked.kind === 'quit' ? 'quit' : picked.kind === 'chosen' ? values[picked.index] : undefined;
  switch (question?.kind) {
    case 'same-target': {
      const { headers, target } = question;
      const kept = done(await one(`Which column is ${targetLabel(target)}?`, headers), headers);
      if (kept === undefined || kept === 'quit') return kept;
      return withTargets(
        ...headers
          .filter((each) => each !== kept)
          .map((each): [string, Target] => [each, { kind: 'ignore' }]),
      );
    }
    case 'ambiguous-dates': {
      const { formats, example } = question;
      const labels = formats.map((each) => `${dateFormatLabels[each]}: ${toReadableDate(example, each)}`);
      const format = done(await one(`Dates in ${header}`, labels), formats);
      if (format === undefined || format === 'quit') return format;
      return { ...choices, dateFormats: new Map([...(choices.dateFormats ?? []), [header, format]]) };
    }
    case 'zero-dates': {
      const labels = ['0 means no date', 'These rows have errors'];
      const zeroIsNoDate = done(await one(`Dates in ${header}`, labels), [true, false]);
      return zeroIsNoDate === undefined || zeroIsNoDate === 'quit'
        ? zeroIsNoDate
        : { ...choices, zeroIsNoDate };
    }
    default: {
      const targets = targetsFor(profile);
      const current = table.mapping.columns.find((column) => column.header === header)?.target;
      const at = current ? targets.findIndex((each) => isSame(each, current)) : 0;
      const labels = targets.map((target) => {
        if (target.kind === 'ignore') return 'Leave it out';
        const other = table.mapping.columns.find(
          (column) => column.header !== header && column.target && isSame(column.target, target),
        );
        return other ? `${targetLabel(target)} (column ${other.header})` : targetLabel(target);
      });
      const target = done(await one(`Column ${header}`, labels, Math.max(0, at)), targets);
      return target === undefined || target === 'quit' ? target : withTargets([header, target]);
    }
  }
}

function isSame(one: Target, other: Target): boolean {
  return writeTarget(one) === writeTarget(other);
}

/** The number that a system gave a customer. It is not mapped without a question: HelpCrunch never takes a second one. */
function isId(header: string): boolean {
  return /^id\b|\bid$/i.test(header);
}

/** Custom data and nothing first: names that fit a field are mapped without a question. */
function targetsFor({ header, type }: ColumnProfile): readonly Target[] {
  const fields = targetNames.flatMap((name) => {
    const target = readTarget(name);
    return target && target.kind !== 'ignore' && target.kind !== 'custom-data' ? [target] : [];
  });
  const likely = fields.filter((target) => isId(header) && writeTarget(target) === 'userId');
  const others = fields.filter((target) => !likely.includes(target));
  return [{ kind: 'custom-data', property: header, type }, ...likely, { kind: 'ignore' }, ...others];
}
