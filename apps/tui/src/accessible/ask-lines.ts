import type { CustomerDraft, CustomerFieldRow } from '@helpcrunch-customer-kit/core';
import { type FieldAnswer, type FieldStanding, valueLine, valueText, without } from './field-value.ts';
import type { FieldWorld } from './session.ts';

/** Asks for a value of several lines; an empty line ends it. */
export async function askLines(
  field: CustomerFieldRow,
  draft: CustomerDraft,
  { talk, now, isWrong }: FieldWorld & FieldStanding,
): Promise<FieldAnswer> {
  const value = valueText(field, draft, now());
  talk.say(
    value === undefined
      ? `Several lines, ended by an empty one. For example ${String(field.example)} Enter skips.`
      : valueLine(value, { isWrong }),
  );
  const lines: string[] = [];
  const entered = (): CustomerDraft =>
    lines.length === 0 ? draft : { ...draft, [field.key]: lines.join('\n') };
  for (;;) {
    const prompt = lines.length === 0 ? `${field.label}: ` : 'Next line: ';
    const answer = await talk.ask(prompt, [field.help, 'Write a line, then the next; an empty one ends.']);
    if (answer.kind !== 'text') return { kind: answer.kind, draft: entered() };
    if (answer.text.trim() === '') return { kind: 'done', draft: entered() };
    if (answer.text.trim() === '-' && lines.length === 0) {
      return { kind: 'done', draft: without(draft, field) };
    }
    lines.push(answer.text);
  }
}
