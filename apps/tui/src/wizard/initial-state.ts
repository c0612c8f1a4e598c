import {
  type AccountKind,
  placeName,
  pointerSegments,
  type ReadCustomer,
  toPointer,
} from '@helpcrunch-customer-kit/core';
import type { UnreadField } from '@helpcrunch-customer-kit/local';
import type { LiveAccess } from '../account/live-account.ts';
import { editField, takeLine } from '../editors/edit-field.ts';
import { openEditor } from '../editors/editor.ts';
import { terminalMessage } from '../text/printable.ts';
import { type HistoryLine, stepIndex, steps, type WizardState } from './wizard-state.ts';

export interface WizardStart {
  readonly live: LiveAccess;
  /** What a file or flags have filled in; nothing of it is asked for again unless it is wrong. */
  readonly customer: ReadCustomer;
  /** What of the flags was read otherwise than it stands there, a sentence each. */
  readonly notes?: readonly string[];
  /** The account, where the command line names it. */
  readonly given: AccountKind | undefined;
  readonly sandboxUrl?: string | undefined;
  readonly now: number;
}

/** The wizard as it opens: at the choice of the account. */
export function initialState({
  live,
  customer,
  notes = [],
  given,
  sandboxUrl,
  now,
}: WizardStart): WizardState {
  return {
    screen: { kind: 'account', selected: live.hasKey ? 1 : 0 },
    given,
    account: undefined,
    meant: undefined,
    mayExist: false,
    ledgerIds: [],
    customer: 0,
    live,
    sandboxUrl,
    draft: customer.draft,
    furthest: stepsFilledIn(customer),
    unfinished: unfinishedEditors(customer),
    refusals: [],
    unread: unreadFields(customer),
    duplicateCheck: undefined,
    sent: undefined,
    history: [...readingLines(customer), ...notes.map((text) => ({ mark: 'advice', text }) as const)],
    outcome: undefined,
    outcomeAccount: undefined,
    isAnother: false,
    size: { columns: 80, rows: 24 },
    now,
  };
}

/**
 * The last step that needs no asking once a customer was filled in from a file, a paste or flags: all of them, or those
 * before the first field that could not be read completely. From there on each is asked for, so that nothing goes
 * out in place of what was written without having been seen.
 */
export function stepsFilledIn({ draft, issues }: ReadCustomer): number {
  const unread = issues
    .filter(({ severity }) => severity === 'error')
    .map(({ path }) => stepIndex(pointerSegments(path)[0] ?? ''))
    .filter((step) => step !== -1);
  if (unread.length > 0) return Math.min(...unread) - 1;
  return Object.keys(draft).length > 0 ? steps.length - 1 : -1;
}

/** The fields that could not be read as they were written, for a draft to remember. */
export function unreadFields(customer: ReadCustomer): readonly UnreadField[] {
  return sentences(customer)
    .filter(({ mark, field }) => mark === 'error' && stepIndex(field) !== -1)
    .map(({ field, text }) => ({ field, text }));
}

/** What was found while the customer was read, a line each. */
export function readingLines(customer: ReadCustomer): HistoryLine[] {
  return sentences(customer).map(({ mark, text }) => ({ mark, text }));
}

interface Sentence {
  readonly field: string;
  readonly mark: 'error' | 'advice';
  readonly text: string;
}

/** A list of texts has one issue for each of them, and one sentence. */
function sentences({ issues, asTyped = {} }: ReadCustomer): readonly Sentence[] {
  const named = new Set<string>();
  return issues.flatMap((issue): Sentence[] => {
    const [field = ''] = pointerSegments(issue.path);
    const mark = issue.severity === 'error' ? 'error' : 'advice';
    if (issue.code !== 'wrong-type' || !Object.hasOwn(asTyped, field))
      return [{ field, mark, text: terminalMessage(issue) }];
    if (named.has(field)) return [];
    named.add(field);
    const place = placeName(toPointer([field]));
    return [{ field, mark, text: `Check ${place}: the JSON has this field in another form.` }];
  });
}

/** Fields whose value has another form, with that value as if it had been pasted there; tags are in their list at once. */
export function unfinishedEditors({ draft, asTyped = {} }: ReadCustomer): WizardState['unfinished'] {
  const tags = draft.tags?.filter((tag) => Object.keys(tag).length > 0);
  const readable = tags ? { ...draft, tags } : draft;
  return Object.fromEntries(
    steps.flatMap((field) => {
      const text = asTyped[field.key];
      const editor = text && editField(openEditor(field, readable), { kind: 'paste', text });
      if (!editor) return [];
      return [[field.key, editor.kind === 'tags' ? (takeLine(editor) ?? editor) : editor]];
    }),
  );
}
