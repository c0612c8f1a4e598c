import type { SentAttempt } from './attempt.ts';
import {
  hasNews,
  keepsAttempt,
  type Ledger,
  type LedgerEntry,
  type LedgerState,
  type LedgerSubject,
} from './ledger.ts';

interface Line {
  readonly id: string;
  readonly subject: LedgerSubject;
  readonly state: LedgerState;
  /** By the ledger's own clock. */
  readonly written: number;
  readonly attempt: SentAttempt;
  readonly customerId?: string;
}

/** A ledger of one account that lasts as long as this process. `now` is a clock in milliseconds that is never set. */
export function createMemoryLedger({ now = () => performance.now() } = {}): Ledger {
  const lines = new Map<string, Line>();

  const find = (subject: LedgerSubject) =>
    [...lines.values()].flatMap((line): LedgerEntry[] => {
      const { idempotencyKey } = subject;
      const hasSameKey = idempotencyKey !== undefined && idempotencyKey === line.subject.idempotencyKey;
      const same = sameness(line.subject, subject) ?? (hasSameKey ? 'key' : undefined);
      if (!same || (!hasSameKey && !matters(line.state, same))) return [];
      const { id, state, written, attempt, customerId } = line;
      return [
        {
          id,
          state,
          same,
          age: now() - written,
          ...(hasSameKey ? { hasSameKey } : {}),
          ...(line.subject.isRow ? { isRow: true } : {}),
          ...(keepsAttempt(state) ? { attempt } : {}),
          ...(customerId === undefined ? {} : { customerId }),
        },
      ];
    });

  return {
    find: async (subject) => find(subject),
    async begin(subject, attempt, { known, id = crypto.randomUUID() }) {
      if (hasNews(find(subject), { known, id })) return { kind: 'conflict' };
      lines.set(id, { id, subject, state: 'sending', written: now(), attempt });
      return { kind: 'began', id };
    },
    async settle(id, { state, customerId, wasRefused }) {
      const line = lines.get(id);
      const named = customerId === undefined ? {} : { customerId };
      if (!line) return false;
      const attempt = wasRefused ? { ...line.attempt, wasRefused } : line.attempt;
      lines.set(id, { ...line, state, written: now(), attempt, ...named });
      return true;
    },
  };
}

/** A settled create with the same email alone says nothing: an email is not unique, and the duplicate check shows who has it. */
function matters(state: LedgerState, same: LedgerEntry['same']): boolean {
  return same !== 'email' || keepsAttempt(state);
}

function sameness(one: LedgerSubject, other: LedgerSubject): LedgerEntry['same'] | undefined {
  if (one.fingerprint === other.fingerprint) return 'content';
  for (const key of ['userId', 'email'] as const) {
    if (one.request[key] !== undefined && one.request[key] === other.request[key]) return key;
  }
  return undefined;
}
