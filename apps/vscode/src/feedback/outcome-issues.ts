import {
  issueMessage,
  type JsonPointer,
  type Outcome,
  outcomeMessage,
  type Severity,
  type TextRange,
} from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import type { CustomerSource } from '../source/customer-source.ts';
import { findValue, followValue, type TextChange, type ValuePlace } from '../source/places.ts';

/** Something wrong at a place in the customer, with its message. */
export interface OutcomeIssue {
  readonly path: JsonPointer;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** Where in the customer's text, for what has no path: text that is not JSON. */
  readonly text?: TextRange;
}

/** An issue at its place in a document: shown until an edit changes the value that it is about. */
export interface PlacedIssue extends Omit<OutcomeIssue, 'path'> {
  readonly place: ValuePlace;
  /** What to underline. */
  readonly range: TextRange;
}

/** True for what HelpCrunch reported, rather than what was found before anything was sent. */
export function isFromHelpCrunch(code: string): boolean {
  return code === 'refused' || code === 'user-id-taken';
}

/** Everything that an outcome finds wrong with a customer; a userId that is taken is wrong at the userId. */
export function issuesOf(outcome: Outcome): OutcomeIssue[] {
  const found = outcome.issues.map((issue): OutcomeIssue => {
    const { path, severity, code } = issue;
    const named = { path, severity, code, message: issueMessage(issue) };
    return issue.code === 'not-json'
      ? { ...named, text: { offset: issue.offset, length: Math.max(1, issue.length) } }
      : named;
  });
  if (outcome.outcome !== 'user-id-taken' || found.some(({ path }) => path === '/userId')) return found;
  const { message } = outcomeMessage(outcome, 'live', 'editor');
  return [...found, { path: '/userId', severity: 'error', code: outcome.outcome, message }];
}

/** An issue at its place in the document's text now; `undefined` when the value it is about was changed or removed. */
export function placeIssue(
  { path, ...issue }: OutcomeIssue,
  source: CustomerSource,
  documentText: string,
): PlacedIssue | undefined {
  return placed(issue, source.valuePlace(path, partOf(issue.code), documentText));
}

/** The issues left after an edit of their document. */
export function afterEdit(
  issues: readonly PlacedIssue[],
  changes: readonly TextChange[],
  documentText: string,
): PlacedIssue[] {
  return issues.flatMap((issue) => placed(issue, followValue(issue.place, [changes], documentText)) ?? []);
}

/** The issues left in a text whose edits were not seen. */
export function inChangedText(issues: readonly PlacedIssue[], documentText: string): PlacedIssue[] {
  return issues.flatMap((issue) => {
    const customer = { ...issue.place.customer, range: undefined };
    return placed(issue, findValue({ ...issue.place, customer }, documentText)) ?? [];
  });
}

/** The issues outside a range: a new create of the customer there replaces the ones inside. */
export function outside(issues: readonly PlacedIssue[], { offset, length }: TextRange): PlacedIssue[] {
  return issues.filter(({ range }) => range.offset < offset || range.offset > offset + length);
}

function placed(issue: Omit<OutcomeIssue, 'path'>, place: ValuePlace | undefined): PlacedIssue | undefined {
  if (!place) return undefined;
  const { severity, code, message, text } = issue;
  const { offset, length } = place.range;
  // An issue of the whole customer is underlined at its opening brace, not on every line.
  const range = text
    ? { offset: offset + text.offset, length: text.length }
    : { offset, length: place.path === '' ? 1 : length };
  return { severity, code, message, ...(text ? { text } : {}), place, range };
}

function partOf(code: string): 'key' | 'value' {
  return keyCodes.has(code) ? 'key' : 'value';
}

/** The codes of issues about a key rather than its value. */
const keyCodes: ReadonlySet<string> = new Set([
  'unknown-field',
  'read-only-field',
  'forbidden-key',
  'duplicate-key',
]);

/**
 * Where an issue is in its document now, as the status bar counts: `line 3, column 9`; `undefined` when the document is not
 * open, or the value was changed.
 */
export function openPosition(issue: OutcomeIssue, source: CustomerSource): string | undefined {
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === source.uri);
  const range = document && placeIssue(issue, source, document.getText())?.range;
  const position = range && document.positionAt(range.offset);
  return position && `line ${position.line + 1}, column ${position.character + 1}`;
}

/** In milliseconds, after the last edit. */
const quietMs = 300;

/** Calls a listener some time after edits of the document of a source, when lines may have moved. */
export function onDidMoveLines(uri: () => string | undefined, listener: () => void): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const edits = vscode.workspace.onDidChangeTextDocument(({ document }) => {
    if (document.uri.toString() !== uri()) return;
    clearTimeout(timer);
    timer = setTimeout(listener, quietMs);
  });
  return {
    dispose() {
      clearTimeout(timer);
      edits.dispose();
    },
  };
}
