import { type MappingQuestion, writeTarget } from '@helpcrunch-customer-kit/import/cells';
import type { TableNote, TableText } from './table-text.ts';

/** What an import would ask before it reads the rows, at the headers that it would ask about. */
export function mappingNotes(
  { header, headerRange }: TableText,
  questions: readonly MappingQuestion[],
): TableNote[] {
  const at = (name: string) => headerRange(Math.max(0, header.indexOf(name)));
  const note = (code: string, name: string, message: string): TableNote => ({
    code,
    severity: 'advice',
    message,
    range: at(name),
  });
  return questions.flatMap((question): TableNote[] => {
    switch (question.kind) {
      case 'unmapped':
        return question.headers.map((name) =>
          note('unmapped-column', name, `No field is named "${name}". The import asks where it goes.`),
        );
      case 'same-target': {
        const field = writeTarget(question.target);
        const [first = '', ...others] = question.headers;
        return others.map((name) =>
          note('same-target', name, `"${first}" is the ${field} too. The import asks which one to keep.`),
        );
      }
      case 'ambiguous-dates': {
        const { header: name, example } = question;
        const message = `These dates can be read in more than one way (${example}). The import asks which one is right.`;
        return [note('ambiguous-dates', name, message)];
      }
      case 'zero-dates':
        return [
          note(
            'zero-dates',
            question.header,
            'Some rows have 0 instead of a date. The import asks about them.',
          ),
        ];
      case 'no-identity':
        return [note('no-identity', header[0] ?? '', 'No column is a name, an email address or a user ID.')];
      default: {
        const unreachable: never = question;
        return unreachable;
      }
    }
  });
}

/** A mapping that cannot be read decides nothing. */
export function mappingFileNote({ headerRange }: TableText, message: string): TableNote {
  return { code: 'mapping-file', severity: 'advice', message, range: headerRange(0) };
}
