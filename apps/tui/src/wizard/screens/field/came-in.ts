import { readCustomerText } from '@helpcrunch-customer-kit/core';
import type { Editor } from '../../../editors/editor.ts';
import { placeOfLine } from '../../../editors/list-items.ts';
import { readingSentence } from '../../../grammar/reading-words.ts';
import { colorNote, tagNotes } from '../../../grammar/tag-notes.ts';
import { splitTags } from '../../../grammar/tag-text.ts';
import { keyBindings } from '../../../input/key-bindings.ts';
import { terminalSentence, withPlaces } from '../../../words/terminal-sentence.ts';

/** What there is to say of a paste that was meant to be a customer, and cannot be read as one. */
export function brokenJsonNotes(text: string): readonly string[] {
  if (!/^\s*\{.*"\s*:/su.test(text)) return [];
  const [problem] = withPlaces(text, readCustomerText(text).issues).filter(({ code }) => code === 'not-json');
  if (!problem) return [];
  const { shown } = keyBindings.undo;
  return [`Pasted as text. ${terminalSentence(problem)} ${shown} takes the paste out again.`];
}

/** What there is to know of the items that a list has gained, a sentence each. */
export function takenNotes(before: Editor, after: Editor): readonly string[] {
  if (before.kind !== 'tags' || after.kind !== 'tags') return [];
  const count = after.items.length - before.items.length;
  if (count <= 0 || after === before.before) return [];
  const place = placeOfLine(before);
  const gained = after.items.slice(place, place + count);
  const written = splitTags(before.line.text).filter((part) => part.trim() !== '');
  // Of what was pasted with a comma behind it, only the tags are left to look at.
  const notes =
    written.length === gained.length
      ? written.flatMap(tagNotes)
      : gained.map(colorNote).filter((note) => note !== undefined);
  return notes.map(readingSentence);
}
