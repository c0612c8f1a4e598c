import {
  type AccountKind,
  type CustomerDraft,
  hideInJson,
  isJsonObject,
  type JsonValue,
  type OutcomeName,
  readCustomer,
} from '@helpcrunch-customer-kit/core';
import type { ProcessIdentity } from '../ledger/process-identity.ts';
import { isProcess } from '../ledger/stored-entry.ts';

/** What there is to come back to: everything that was entered, and how far it went. */
export interface Work {
  readonly account: AccountKind | undefined;
  /** As entered, not yet validated. */
  readonly draft: CustomerDraft;
  /** The last step that was answered or skipped; -1 for none. */
  readonly furthest: number;
  /** `true` when it was sent, and it is unknown whether a customer was created. */
  readonly isUnknown: boolean;
  /** The entries of the ledger that say so; empty where nothing could be written. */
  readonly ledgerIds: readonly string[];
  /** What could not be read of a file or a paste, and has not been asked for yet. */
  readonly unread?: readonly UnreadField[];
}

/** A field that could not be read as it was written, and the sentence that says why. */
export interface UnreadField {
  readonly field: string;
  readonly text: string;
}

/** A draft as it lies on the disk. */
export interface DraftRecord extends Work {
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** Who saved it; missing in what an earlier version has written. */
  readonly process?: ProcessIdentity;
}

/** The shape that is written; another one belongs to another version of this program. */
const version = 1;

/** The file's text. Every string goes through `hide`, so that no key is in it. */
export function recordText(record: DraftRecord, hide: (text: string) => string): string {
  const { savedAt, process, account, furthest, isUnknown, ledgerIds, draft, unread = [] } = record;
  const outcome: OutcomeName | undefined = isUnknown ? 'unknown' : undefined;
  const hidden = unread.map(({ field, text }) => ({ field, text: hide(text) }));
  const shape = {
    version,
    savedAt,
    process,
    account,
    furthest,
    outcome,
    ledgerIds,
    draft: hideInJson(draft as JsonValue, hide),
    ...(hidden.length > 0 ? { unread: hidden } : {}),
  };
  return `${JSON.stringify(shape, null, 2)}\n`;
}

/** Reads a file's text; `undefined` when it is not a draft of this version. */
export function readRecord(text: string): DraftRecord | undefined {
  const value = parse(text);
  if (!isJsonObject(value) || value['version'] !== version) return undefined;
  const { savedAt, process, account, furthest, outcome, ledgerIds, draft, unread } = value;
  // A number that is too large for JSON is read as one without end.
  if (typeof savedAt !== 'number' || !Number.isFinite(savedAt)) return undefined;
  if (typeof furthest !== 'number' || !isJsonObject(draft)) return undefined;
  return {
    savedAt,
    ...(isProcess(process) ? { process } : {}),
    account: account === 'sandbox' || account === 'live' ? account : undefined,
    furthest: Number.isInteger(furthest) ? Math.max(-1, furthest) : -1,
    isUnknown: outcome === 'unknown',
    ledgerIds: Array.isArray(ledgerIds) ? ledgerIds.filter((id) => typeof id === 'string') : [],
    draft: readCustomer(draft).draft,
    unread: readUnread(unread),
  };
}

function readUnread(value: unknown): readonly UnreadField[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    if (!isJsonObject(entry)) return [];
    const { field, text } = entry;
    return typeof field === 'string' && typeof text === 'string' ? [{ field, text }] : [];
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
