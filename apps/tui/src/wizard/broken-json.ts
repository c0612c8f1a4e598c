import { readCustomerText } from '@helpcrunch-customer-kit/core';
import { keyBindings } from '../input/key-bindings.ts';
import { terminalSentence, withPlaces } from '../words/terminal-sentence.ts';

/** What there is to say of a paste that was meant to be a customer, and cannot be read as one. */
export function brokenJsonNotes(text: string): readonly string[] {
  if (!/^\s*\{.*"\s*:/su.test(text)) return [];
  const [problem] = withPlaces(text, readCustomerText(text).issues).filter(({ code }) => code === 'not-json');
  if (!problem) return [];
  const { shown } = keyBindings.undo;
  return [`Pasted as text. ${terminalSentence(problem)} ${shown} takes the paste out again.`];
}
