/** Something a person has to know, and may decide about; its message is shown as it is. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
}

/** What to do about a folder of this kit that cannot be used. */
export const folderHint = 'Check its permissions, or set HELPCRUNCH_STATE_DIR to another folder.';

/** The sentence for anything that reading or writing the ledger threw. `place` is named where the error names nothing. */
export function ledgerErrorMessage(error: unknown, place: string): string {
  if (error instanceof LedgerError) return error.message;
  const { code, path = place } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk is full: can't write the ledger (${path}). Free some space, then try again.`;
    case 'EROFS':
      return `The disk is read-only: can't write the ledger (${path}). Set HELPCRUNCH_STATE_DIR to another folder.`;
    case 'EACCES':
    case 'EPERM':
      return `No permission to use the ledger (${path}). ${folderHint}`;
    default:
      return `Can't use the ledger (${path}): ${code ?? String(error)}. ${folderHint}`;
  }
}

export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
