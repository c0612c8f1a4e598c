import {
  type CustomerDraft,
  type CustomerFieldRow,
  dateText,
  isLocale,
  readDate,
} from '@helpcrunch-customer-kit/core';
import { withEditorValue } from '../editors/editor-value.ts';
import { findLocales } from '../editors/find-locales.ts';
import { openEditor } from '../editors/open-editor.ts';
import { resolveDate } from '../grammar/date-phrase.ts';
import { lineOf } from '../input/line.ts';
import { type FieldAnswer, type FieldStanding, valueLine, valueText, without } from './field-value.ts';
import type { FieldWorld } from './session.ts';

/** How many languages are offered when several fit. */
const mostLanguages = 5;

/** Asks for a value of one line. Enter keeps what there is, or skips; a minus sign takes it out. */
export async function askLine(
  field: CustomerFieldRow,
  draft: CustomerDraft,
  world: FieldWorld & FieldStanding,
): Promise<FieldAnswer> {
  const { talk, now } = world;
  const value = valueText(field, draft, now());
  talk.say(value === undefined ? `For example ${exampleOf(field)}. Enter skips.` : valueLine(value, world));
  const answer = await talk.ask(`${field.label}: `, [field.help, `For example ${exampleOf(field)}.`]);
  if (answer.kind !== 'text') return { kind: answer.kind, draft };
  const text = answer.text.trim();
  if (text === '') return { kind: 'done', draft };
  if (text === '-') return { kind: 'done', draft: without(draft, field) };
  if (field.kind === 'locale') return askLanguage(field, text, draft, world);

  const editor = { ...openEditor(field, {}), line: lineOf(answer.text) };
  sayDate(field, text, world);
  return { kind: 'done', draft: withEditorValue(draft, field.key, editor, now()) };
}

function exampleOf(field: CustomerFieldRow): string {
  return field.kind === 'date' ? '2024-05-01, yesterday or 2 weeks ago' : String(field.example);
}

/** What a date was taken for: a phrase may mean another day than the one in mind. */
function sayDate({ kind }: CustomerFieldRow, text: string, { talk, now }: FieldWorld): void {
  const reading = kind === 'date' ? readDate(resolveDate(text, now())) : undefined;
  if (reading?.kind !== 'seconds') return;
  talk.say(`That is ${dateText(reading.seconds)}, sent as "${reading.seconds}".`);
}

/** A code as it is; a name by what it fits, asked about when it fits several. */
async function askLanguage(
  field: CustomerFieldRow,
  text: string,
  draft: CustomerDraft,
  { talk }: FieldWorld,
): Promise<FieldAnswer> {
  const write = (code: string): FieldAnswer => ({ kind: 'done', draft: { ...draft, [field.key]: code } });
  if (isLocale(text)) return write(text);
  const found = findLocales(text).slice(0, mostLanguages);
  const [only] = found;
  if (!only) return write(text);
  const names = found.map(({ code, name }) => `${name}, ${code}`);
  if (found.length === 1) {
    talk.say(`That is ${names[0]}.`);
    return write(only.code);
  }
  talk.say('Which language?');
  const choice = await talk.choose(names, 0);
  if (choice.kind === 'end') return { kind: 'end', draft };
  return write(choice.kind === 'chosen' ? (found[choice.index]?.code ?? text) : text);
}
