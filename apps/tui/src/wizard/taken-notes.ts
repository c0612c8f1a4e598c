import type { Editor } from '../editors/editor.ts';
import { readingSentence } from '../grammar/reading-words.ts';
import { colorNote, tagNotes } from '../grammar/tag-notes.ts';
import { splitTags } from '../grammar/tag-text.ts';

/** What there is to know of the items that a list has gained, a sentence each. */
export function takenNotes(before: Editor, after: Editor): readonly string[] {
  if (before.kind !== 'tags' || after.kind !== 'tags') return [];
  const gained = after.items.slice(before.items.length);
  if (gained.length === 0) return [];
  const written = splitTags(before.line.text).filter((part) => part.trim() !== '');
  // Of what was pasted with a comma behind it, only the tags are left to look at.
  const notes =
    written.length === gained.length
      ? written.flatMap(tagNotes)
      : gained.map(colorNote).filter((note) => note !== undefined);
  return notes.map(readingSentence);
}
