import type { History } from '../ledger/history.ts';
import type { DraftList, SavedDraft } from './draft-store.ts';

/**
 * The drafts, each marked as possibly created for as long as its entries in the ledger are unresolved. Where an entry is
 * missing, the outcome is not known, and the mark stays.
 */
export async function withLedgerMarks(
  { drafts, notes }: DraftList,
  history: Pick<History, 'show'>,
): Promise<DraftList> {
  const marked: SavedDraft[] = [];
  const found: string[] = [];
  for (const draft of drafts) {
    const entries = draft.isUnknown ? await Promise.all(draft.ledgerIds.map((id) => history.show(id))) : [];
    const isResolved = entries.length > 0 && entries.every((entry) => entry && !entry.isUnresolved);
    marked.push(isResolved ? { ...draft, isUnknown: false, ledgerIds: [] } : draft);
    const created = isResolved ? entries.find((entry) => entry?.state === 'created') : undefined;
    if (created) {
      const { name = 'of a customer' } = draft.draft;
      const id = created.customerId === undefined ? '' : `, ID ${created.customerId}`;
      found.push(`The draft ${JSON.stringify(name)} was created${id}. Resume it to create another one.`);
    }
  }
  return { drafts: marked, notes: [...notes, ...found] };
}
