import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Judge } from '../diagnostics/judge.ts';
import { type Analysis, analyze } from '../document/analysis.ts';
import { applyChanges, type Change, overlap } from '../edits/change.ts';
import { onePiece } from '../edits/one-piece.ts';
import { makeFixes } from './make-fixes.ts';

/** One fix may bring the next to light; this many in a row are enough for any file that ends. */
const mostPasses = 8;

/** All sure fixes of a document as one change; `undefined` when there are none. */
export function fixAll(analysis: Analysis, judge: Judge): Change | undefined {
  let current: Analysis | undefined = analysis;
  for (let pass = 0; pass < mostPasses && current; pass += 1) {
    const changes = compatibleChanges(current, judge);
    if (changes.length === 0) break;
    const { uri, languageId, version } = current.document;
    const text = applyChanges(current.text, changes);
    const next = analyze(TextDocument.create(uri, languageId, version, text));
    // A fix that broke the text would be worse than the finding.
    if (next?.json.value === undefined) break;
    current = next;
  }
  return current && current !== analysis ? onePiece(analysis.text, current.text) : undefined;
}

/** Those that do not touch the same text, and do not give one object the same key twice. */
function compatibleChanges(analysis: Analysis, judge: Judge): Change[] {
  const accepted: Change[] = [];
  const keys = new Set<string>();
  const found = judge(analysis).findings.toSorted((one, other) => one.range.offset - other.range.offset);
  for (const finding of found) {
    const fix = makeFixes(analysis, finding).find(({ certainty }) => certainty === 'sure');
    if (!fix) continue;
    const holder = finding.path.slice(0, finding.path.lastIndexOf('/'));
    const key = `${holder}\n${fix.title}`;
    if (finding.issue.code === 'unknown-field' && keys.has(key)) continue;
    if (fix.changes.some((change) => accepted.some((other) => overlap(change, other)))) continue;
    keys.add(key);
    accepted.push(...fix.changes);
  }
  return accepted;
}
