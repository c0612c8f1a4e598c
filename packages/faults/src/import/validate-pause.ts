import type { EditedRow } from './edit-table.ts';
import { isJustified, type Report, type SendEvidence } from './validate-import.ts';

const codes: ReadonlySet<string | undefined> = new Set(['edited-unknown', 'unknown-left']);

/** True when a run paused because a row that may have been created is not what the table has. */
export function isStoppedByEdit(report: Report | undefined): boolean {
  return [report?.stopped?.kind, ...(report?.issues ?? []).map(({ code }) => code)].some((code) =>
    codes.has(code),
  );
}

/** The name of the customer whose earlier version a pause is about. */
export function sentName(report: Report | undefined): string | undefined {
  if (!isStoppedByEdit(report)) return undefined;
  const text =
    JSON.stringify(report?.stopped ?? '') + (report?.issues ?? []).map(({ message }) => message).join(' ');
  return /"sent":\{"name":"([^"]*)"|(?:Sent|anymore): \{"name":"([^"]*)"/.exec(text)?.slice(1).find(Boolean);
}

/** A pause because of an edit is true when one of the edited rows may have been created: its answer was lost. */
export function validatePause(
  report: Report | undefined,
  { edits, ...evidence }: SendEvidence & { readonly edits: readonly EditedRow[] },
): string[] {
  if (edits.length === 0) return [];
  const isTrue = edits.some(
    ({ before, after }) => isJustified(before, evidence) || isJustified(after, evidence),
  );
  return isTrue ? [] : [`it pauses without a reason: ${JSON.stringify(report?.stopped ?? report?.issues)}`];
}
