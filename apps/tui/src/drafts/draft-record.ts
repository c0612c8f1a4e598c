import {
  type AccountKind,
  type CustomerDraft,
  isJsonObject,
  type JsonValue,
  type OutcomeName,
  readCustomer,
} from '@helpcrunch-customer-kit/core';
import { hideIn } from '../keys/hide-in.ts';

/** What there is to come back to: everything that was entered, and how far it went. */
export interface Work {
  readonly account: AccountKind | undefined;
  /** As entered, not yet judged. */
  readonly draft: CustomerDraft;
  /** The last step that was answered or skipped; -1 for none. */
  readonly furthest: number;
  /** `true` when it was sent, and nobody knows whether a customer was created. */
  readonly isUnknown: boolean;
}

/** A draft as it lies on the disk. */
export interface DraftRecord extends Work {
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** The shape that is written; another one belongs to another version of this program. */
const version = 1;

/** The file's text. Every string goes through `hide`, so that no key is in it. */
export function recordText(record: DraftRecord, hide: (text: string) => string): string {
  const { savedAt, account, furthest, isUnknown, draft } = record;
  const outcome: OutcomeName | undefined = isUnknown ? 'unknown' : undefined;
  const shape = { version, savedAt, account, furthest, outcome, draft: hideIn(draft as JsonValue, hide) };
  return `${JSON.stringify(shape, null, 2)}\n`;
}

/** Reads a file's text; `undefined` when it is no draft of this version. */
export function readRecord(text: string): DraftRecord | undefined {
  const value = parse(text);
  if (!isJsonObject(value) || value['version'] !== version) return undefined;
  const { savedAt, account, furthest, outcome, draft } = value;
  if (typeof savedAt !== 'number' || typeof furthest !== 'number' || !isJsonObject(draft)) return undefined;
  return {
    savedAt,
    account: account === 'sandbox' || account === 'live' ? account : undefined,
    furthest: Number.isInteger(furthest) ? furthest : -1,
    isUnknown: outcome === 'unknown',
    draft: readCustomer(draft).draft,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
