import { type Outcome, outcomeTraits, type Tone } from '@helpcrunch-customer-kit/core';
import { entryToShow, type Run, type RunEntry } from './attempt.ts';

/** What is true for a whole run, in the tone of its worst outcome. */
export interface RunMessage {
  readonly title: string;
  readonly tone: Tone;
  readonly sentence: string;
}

export function runMessage({ entries }: Run): RunMessage {
  const worst = entries[entryToShow(entries)]?.attempt;
  return {
    title: `${those(entries, 'yes').length} of ${entries.length} created`,
    tone: worst ? outcomeTraits[worst.outcome.outcome].tone : 'neutral',
    sentence: severalMessage(entries),
  };
}

/** The panel lists all names. */
const maxNames = 3;

/** The outcomes of several customers, one sentence for each kind that needs a look. */
export function severalMessage(entries: readonly RunEntry[]): string {
  const [created, unknown] = [those(entries, 'yes'), those(entries, 'unknown')];
  const [failed, left] = [those(entries, 'no'), those(entries, undefined)];
  const first =
    created.length === entries.length
      ? `All ${entries.length} customers were created.`
      : `${created.length} of ${entries.length} customers were created.`;
  return [
    first,
    ...(unknown.length > 0 ? [`Unknown: ${names(unknown)}.`] : []),
    ...(failed.length > 0 ? [`Not created: ${names(failed)}.`] : []),
    ...(left.length > 0 ? [`Not sent: ${names(left)}.`] : []),
  ].join(' ');
}

function those(entries: readonly RunEntry[], exists: Outcome['customerExists'] | undefined): RunEntry[] {
  return entries.filter(({ attempt }) => attempt?.outcome.customerExists === exists);
}

function names(entries: readonly RunEntry[]): string {
  const named = entries.slice(0, maxNames).map(({ name }) => name);
  const more = entries.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}
