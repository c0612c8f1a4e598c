import { customerFields } from '@helpcrunch-customer-kit/core';
import {
  type ColumnProfile,
  type DateFormat,
  dateFormatLabels,
  type Mapping,
  type MappingChoices,
  type MappingQuestion,
  mapColumns,
  readTarget,
  type Target,
  toReadableDate,
  writeTarget,
} from '@helpcrunch-customer-kit/import';
import { window } from 'vscode';

/** Choices as the user changes them. */
interface Draft extends MappingChoices {
  readonly targets: Map<string, Target>;
  readonly dateFormats: Map<string, DateFormat>;
  zeroIsNoDate?: boolean | undefined;
  emptyTexts: readonly string[];
}

/**
 * Shows which column goes where, as a list with a row for each column: any of them can be changed. What has to be decided is
 * asked before it goes on. `undefined` when the user stopped.
 */
export async function askMapping(
  file: string,
  profiles: readonly ColumnProfile[],
  saved: MappingChoices,
): Promise<Mapping | undefined> {
  const draft: Draft = {
    targets: new Map(saved.targets),
    dateFormats: new Map(saved.dateFormats),
    zeroIsNoDate: saved.zeroIsNoDate,
    emptyTexts: saved.emptyTexts ?? [],
  };
  for (;;) {
    const { mapping, questions } = mapColumns(profiles, draft);
    const picked = await pickColumn(file, profiles, mapping, countOpen(questions));
    if (!picked) return undefined;
    const profile = profiles.find(({ header }) => header === picked.column);
    if (picked.asksEmptyTexts) await askEmptyTexts(draft);
    else if (profile) await changeColumn(profile, draft);
    else if (questions.length === 0) return mapping;
    else for (const question of questions) if (!(await ask(question, profiles, draft))) break;
  }
}

/** As the user answers them: each column without a field is one. */
function countOpen(questions: readonly MappingQuestion[]): number {
  return questions.reduce(
    (sum, question) => sum + (question.kind === 'unmapped' ? question.headers.length : 1),
    0,
  );
}

/** The header of a column to change, or an empty one to go on. */
async function pickColumn(
  file: string,
  profiles: readonly ColumnProfile[],
  { columns, emptyTexts }: Mapping,
  open: number,
): Promise<{ readonly column: string; readonly asksEmptyTexts?: boolean } | undefined> {
  const next =
    open === 0
      ? { label: '$(arrow-right) Continue to the Plan', detail: 'Nothing is sent yet.' }
      : { label: '$(question) Answer the Open Questions', detail: `${open} left before the plan.` };
  const go = { ...next, alwaysShow: true, column: '' };
  const rows = columns.map(({ header, target, dateFormat }, index) => ({
    label: header,
    description: `→ ${target ? writeTarget(target) : '?'}${dateFormat ? ` (${dateFormat})` : ''}`,
    detail: profiles[index]?.examples.join(', ').slice(0, 100) || 'empty',
    column: header,
  }));
  const empty = {
    label: '$(circle-slash) Texts That Mean an Empty Cell',
    description: emptyTexts.length === 0 ? 'none' : emptyTexts.join(', '),
    alwaysShow: true,
    column: '',
    asksEmptyTexts: true,
  };
  return window.showQuickPick([go, ...rows, empty], {
    title: `Import ${file}: columns and fields`,
    placeHolder: 'Choose a column to change its field',
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
}

async function askEmptyTexts(draft: Draft): Promise<void> {
  const text = await window.showInputBox({
    title: 'Which texts mean an empty cell?',
    prompt: 'Separate several with commas. Case does not matter.',
    placeHolder: 'n/a, null',
    value: draft.emptyTexts.join(', '),
    ignoreFocusOut: true,
  });
  if (text === undefined) return;
  draft.emptyTexts = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

async function changeColumn(profile: ColumnProfile, draft: Draft): Promise<boolean> {
  const target = await pickTarget(profile);
  if (!target) return false;
  draft.targets.set(profile.header, target);
  const isDate =
    target.kind === 'field' && customerFields.find(({ key }) => key === target.key)?.kind === 'date';
  return isDate && profile.dateFormats.length > 1 ? pickFormat(profile, draft) : true;
}

async function pickTarget({ header, examples, type }: ColumnProfile): Promise<Target | undefined> {
  const custom: Target = { kind: 'custom-data', property: header, type };
  const named = (label: string, target: Target | undefined) =>
    target ? [{ label, description: writeTarget(target), target }] : [];
  const items = [
    ...named(`Custom data "${header}"`, custom),
    ...named('Leave it out', readTarget('ignore')),
    ...customerFields.flatMap(({ key, label }) => named(label, readTarget(key))),
    ...named('First name', readTarget('name.first')),
    ...named('Last name', readTarget('name.last')),
  ];
  const title = `Where does "${header}" go?`;
  const placeHolder =
    examples.length === 0 ? 'The column is empty' : `Such as ${examples.join(', ').slice(0, 80)}`;
  const options = { title, placeHolder, matchOnDescription: true, ignoreFocusOut: true };
  return (await window.showQuickPick(items, options))?.target;
}

async function pickFormat({ header, dateFormats, examples }: ColumnProfile, draft: Draft): Promise<boolean> {
  const [example = ''] = examples;
  const picked = await window.showQuickPick(
    dateFormats.map((format) => ({
      label: dateFormatLabels[format],
      description: toReadableDate(example, format),
      format,
    })),
    {
      title: `How are the dates in "${header}" written, such as ${example}?`,
      ignoreFocusOut: true,
    },
  );
  if (picked) draft.dateFormats.set(header, picked.format);
  return picked !== undefined;
}

/** False when the user did not answer. */
async function ask(
  question: MappingQuestion,
  profiles: readonly ColumnProfile[],
  draft: Draft,
): Promise<boolean> {
  const profileOf = (header: string) => profiles.find((one) => one.header === header);
  switch (question.kind) {
    case 'unmapped':
      for (const header of question.headers) {
        const profile = profileOf(header);
        if (!profile || !(await changeColumn(profile, draft))) return false;
      }
      return true;
    case 'same-target': {
      const title = `Which column is ${writeTarget(question.target)}? The others are left out.`;
      const kept = await window.showQuickPick([...question.headers], { title, ignoreFocusOut: true });
      if (kept === undefined) return false;
      for (const header of question.headers)
        if (header !== kept) draft.targets.set(header, { kind: 'ignore' });
      return true;
    }
    case 'ambiguous-dates': {
      const profile = profileOf(question.header);
      return profile !== undefined && pickFormat(profile, draft);
    }
    case 'zero-dates': {
      const [yes, no] = ['No date', 'An error in these rows'];
      const title = `What does 0 mean in "${question.header}" (${question.count})?`;
      const picked = await window.showQuickPick([yes, no], { title, ignoreFocusOut: true });
      if (picked !== undefined) draft.zeroIsNoDate = picked === yes;
      return picked !== undefined;
    }
    case 'no-identity':
      void window.showWarningMessage(
        'No column is a name, an email or a user ID. Choose one of them for a column.',
      );
      return false;
    default: {
      const unreachable: never = question;
      return unreachable;
    }
  }
}
