import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import { documentOf, makeService, withCursor } from './documents.ts';

const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The codes of all diagnostics of a text. */
export function codesIn(text: string, name?: string): (string | number | undefined)[] {
  return makeService('all')
    .diagnostics(documentOf(text, name))
    .map(({ code }) => code);
}

/** Each quick fix for the first diagnostic of a code: its title, and the text after it. */
export function fixesFor(text: string, code: string, name?: string): [title: string, text: string][] {
  const service = makeService('all');
  const document = documentOf(text, name);
  const diagnostics = service.diagnostics(document).filter((diagnostic) => diagnostic.code === code);
  const actions = service.codeActions(document, start, {
    diagnostics: diagnostics.slice(0, 1),
    only: ['quickfix'],
  });
  return actions.map((action) => [action.title, after(document, action)]);
}

/** The text after the first quick fix; an error when there is none. */
export function fixed(text: string, code: string, name?: string): string {
  const [first] = fixesFor(text, code, name);
  if (!first) throw new Error(`no fix for ${code} in ${text}`);
  return first[1];
}

/** Each refactoring at the cursor `|`: its title, and the text after it. */
export function refactoringsAt(marked: string): [title: string, text: string][] {
  const { document, position } = withCursor(marked);
  const range = { start: position, end: position };
  const actions = makeService().codeActions(document, range, { diagnostics: [], only: ['refactor'] });
  return actions.map((action) => [action.title, after(document, action)]);
}

/** The text after *fix all*. */
export function allFixed(text: string, name?: string): string {
  const document = documentOf(text, name);
  const context = { diagnostics: [], only: ['source.fixAll'] };
  const [action] = makeService().codeActions(document, start, context);
  return action ? after(document, action) : text;
}

function after(document: TextDocument, { edit }: CodeAction): string {
  return TextDocument.applyEdits(document, edit?.changes?.[document.uri] ?? []);
}
