/** What is wrong with flags that do not go together; `undefined` when they do. */
export function conflictOf(given: readonly string[]): string | undefined {
  const has = (name: string) => given.includes(name);
  if (has('forget') && given.length > 1) return '--forget deletes drafts and takes no other option.';
  if (has('again') && !has('yes')) return '--again says what may be sent again, and goes with --yes.';
  if (has('no-ledger') && has('idempotency-key')) {
    return '--idempotency-key is kept in the ledger, which --no-ledger does without; give one of them.';
  }
  if (has('no-ledger') && has('take-over')) {
    return '--take-over is about the ledger, which --no-ledger does without; give one of them.';
  }
  if (!has('resume')) return undefined;
  if (has('from')) return '--resume and --from both say what to begin with; give one of them.';
  if (has('json') || has('no-input'))
    return '--resume opens the wizard, and --json and --no-input never ask.';
  if (has('dry-run')) return '--resume opens the wizard, which has a dry run of its own.';
  return undefined;
}
